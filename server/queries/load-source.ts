import { isSlug } from "@/core/record/limits";
import type { Passage, Source } from "@/core/record/record";
import { ASSERTIONS, type Assertion } from "@/core/record/vocabulary";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { toMember } from "../rows/member";
import { rowToPassage, rowToSource } from "../rows/records";
import { loadDossierId } from "./load-dossier-id";
import { SHOWN } from "./shown";

/** A source with its passages in the order of the text, each with the events that it reports. */
export type QuotedSource = {
  readonly source: Source;
  readonly passages: readonly (Passage & { readonly events: readonly ReportedEvent[] })[];
};

type ReportedEvent = { readonly slug: string; readonly title: string; readonly assertion: Assertion };

/** One source of a dossier; `null` if either is unknown. */
export async function loadSource(
  dossierSlug: string,
  sourceSlug: string,
  db: Database = database(),
): Promise<QuotedSource | null> {
  return unlessAway(async () => {
    const dossierId = await loadDossierId(dossierSlug, db);
    if (dossierId === null || !isSlug(sourceSlug)) return null;
    const row = await db.source.findUnique({
      where: { dossierId_slug: { dossierId, slug: sourceSlug }, ...SHOWN },
      include: {
        passages: {
          orderBy: [{ start: "asc" }, { end: "desc" }, { id: "asc" }],
          include: {
            citations: { where: { event: SHOWN }, orderBy: { id: "asc" }, include: { event: true } },
          },
        },
      },
    });
    if (row === null) return null;

    const { passages, ...source } = row;
    return {
      source: rowToSource(source),
      passages: passages.map(({ citations, ...passage }) => ({
        ...rowToPassage(passage),
        events: citations.map(({ event, assertion }) => ({
          slug: event.slug,
          title: event.title,
          assertion: toMember("citation.assertion", ASSERTIONS, assertion),
        })),
      })),
    };
  });
}
