import type { WireKnownSource } from "@/wire/document";
import { isOverseer, type Visitor } from "../access/visitor";
import { toSha256 } from "../commands/sha256";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";

// More than these tell nobody more.
const MOST = 20;

/**
 * The sources that have or had this text, or one that was taken from these bytes, of any dossier that the visitor is shown,
 * in the order of their titles.
 */
export async function loadKnownSources(
  text: string,
  document: string,
  visitor: Visitor,
  db: Database = database(),
): Promise<WireKnownSource[]> {
  const userId = visitor.kind === "account" ? visitor.id : null;
  const isShown =
    userId === null
      ? { visibility: "public" }
      : { OR: [{ visibility: "public" }, { members: { some: { userId } } }] };
  const sha256 = toSha256(text);
  return unlessAway(async () => {
    const texts = await db.sourceText.findMany({
      where: {
        OR: [{ sha256 }, { document }],
        ...(isOverseer(visitor) ? {} : { source: { dossier: isShown } }),
      },
      orderBy: [{ source: { title: "asc" } }, { sourceId: "asc" }, { number: "asc" }],
      take: MOST,
      select: { source: { select: { slug: true, dossier: { select: { slug: true } } } } },
    });
    const known = texts.map(({ source }) => ({ dossier: source.dossier.slug, source: source.slug }));
    return known.filter(
      (one, at) =>
        known.findIndex(({ dossier, source }) => dossier === one.dossier && source === one.source) === at,
    );
  });
}
