import { createHash } from "node:crypto";
import type { WireKnownSource } from "@/wire/document";
import { isOverseer, type Visitor } from "../access/visitor";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";

// More than these tell nobody more.
const MOST = 20;

/** The sources whose stored text is this one, of any dossier that the visitor is shown, in the order of their titles. */
export async function loadKnownSources(
  text: string,
  visitor: Visitor,
  db: Database = database(),
): Promise<WireKnownSource[]> {
  const userId = visitor.kind === "account" ? visitor.id : null;
  const isShown =
    userId === null
      ? { visibility: "public" }
      : { OR: [{ visibility: "public" }, { members: { some: { userId } } }] };
  const sha256 = createHash("sha256").update(text).digest("hex");
  return unlessAway(async () => {
    const sources = await db.source.findMany({
      where: { sha256, ...(isOverseer(visitor) ? {} : { dossier: isShown }) },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      take: MOST,
      select: { slug: true, dossier: { select: { slug: true } } },
    });
    return sources.map(({ dossier, slug }) => ({ dossier: dossier.slug, source: slug }));
  });
}
