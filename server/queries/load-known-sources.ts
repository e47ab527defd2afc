import { createHash } from "node:crypto";
import type { WireKnownSource } from "@/wire/document";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";

// More than these tell nobody more.
const MOST = 20;

/** The sources of any dossier whose stored text is this one, in the order of their titles. */
export async function loadKnownSources(text: string, db: Database = database()): Promise<WireKnownSource[]> {
  const sha256 = createHash("sha256").update(text).digest("hex");
  return unlessAway(async () => {
    const sources = await db.source.findMany({
      where: { sha256 },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      take: MOST,
      select: { slug: true, dossier: { select: { slug: true } } },
    });
    return sources.map(({ dossier, slug }) => ({ dossier: dossier.slug, source: slug }));
  });
}
