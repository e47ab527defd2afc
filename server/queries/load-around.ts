import { isSlug } from "@/core/record/limits";
import type { Dataset, Id } from "@/core/record/record";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { loadDataset, MOST_WHOLE } from "./load-dataset";
import { loadEventsWhole, MOST_SLICED } from "./load-slice";
import { loadSource } from "./load-source";
import { loadTally } from "./load-tally";
import { SHOWN } from "./shown";

/**
 * What the page of an event needs: the whole dossier, so that every other sentence leads to its event, or, of a large
 * one, the event alone. `null` if there is no such dossier.
 */
export async function loadAroundEvent(
  dossierSlug: string,
  eventSlug: string,
  db: Database = database(),
): Promise<Dataset | null> {
  return loadAround(dossierSlug, db, async (dossierId) => {
    if (!isSlug(eventSlug)) return [];
    const event = await db.event.findUnique({
      where: { dossierId_slug: { dossierId, slug: eventSlug }, ...SHOWN },
      select: { id: true },
    });
    return event ? [event.id] : [];
  });
}

/** What the page of a source needs: the same, or the events that a large dossier has from this source. */
export async function loadAroundSource(
  dossierSlug: string,
  sourceSlug: string,
  db: Database = database(),
): Promise<Dataset | null> {
  const dataset = await loadAround(dossierSlug, db, async (dossierId) => {
    if (!isSlug(sourceSlug)) return [];
    const cited = await db.citation.findMany({
      where: { dossierId, event: SHOWN, passage: { text: { source: { slug: sourceSlug } } } },
      select: { eventId: true },
      orderBy: { id: "asc" },
      take: MOST_SLICED,
    });
    return cited.map(({ eventId }) => eventId);
  });
  if (!dataset || dataset.sources.some(({ slug }) => slug === sourceSlug)) return dataset;
  // A source that no event cites yet.
  const alone = await loadSource(dossierSlug, sourceSlug, { isWhole: true, text: null }, db);
  return alone ? { ...dataset, sources: [...dataset.sources, alone.source] } : dataset;
}

async function loadAround(
  slug: string,
  db: Database,
  locate: (dossierId: Id) => Promise<readonly Id[]>,
): Promise<Dataset | null> {
  const tally = await loadTally(slug, db);
  if (tally === null) return null;
  if (tally.events <= MOST_WHOLE) return loadDataset(slug, db);
  const { dossier } = tally;
  return unlessAway(async () => loadEventsWhole(dossier, await locate(dossier.id), db));
}
