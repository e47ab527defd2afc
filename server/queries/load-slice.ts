import type { Dataset, Dossier } from "@/core/record/record";
import { compareWhens } from "@/core/time/compatible";
import type { EventQuery } from "@/wire/event-query";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { rowToActor, rowToEvent, rowToPassage, rowToPlace, rowToSource } from "../rows/records";
import { loadCandidates } from "./load-candidates";
import { loadNewestChange } from "./load-newest-change";
import { SHOWN } from "./shown";

/** As many events as map and timeline show one by one. */
export const MOST_SLICED = 500;

/**
 * The events of a dossier that pass a query with all that they refer to, and no more of the dossier; `null` if they are
 * more than MOST_SLICED.
 */
export async function loadSlice(
  dossier: Dossier,
  query: EventQuery,
  db: Database = database(),
): Promise<Dataset | null> {
  return unlessAway(async () => {
    const found = await loadCandidates(db, dossier.id, { ...query, cursor: null }, MOST_SLICED + 1);
    if (found.length > MOST_SLICED) return null;
    return loadEventsWhole(
      dossier,
      found.map(({ id }) => id),
      db,
    );
  });
}

/** The named events of a dossier with all that they refer to, as a dataset of their own. */
export async function loadEventsWhole(
  dossier: Dossier,
  ids: readonly string[],
  db: Database = database(),
): Promise<Dataset> {
  const dossierId = dossier.id;
  // Read first: what is said to be in the answer must be.
  const changeId = await loadNewestChange(db, dossierId);
  const events = await db.event.findMany({
    where: { dossierId, id: { in: [...ids] }, ...SHOWN },
    include: { citations: { orderBy: { id: "asc" } }, participations: { orderBy: { position: "asc" } } },
  });
  const named = (values: readonly (string | null)[]) => [
    ...new Set(values.filter((value) => value !== null)),
  ];
  const where = (values: readonly (string | null)[]) => ({ dossierId, id: { in: named(values) } });
  const [passages, places, actors] = await Promise.all([
    db.passage.findMany({
      where: where(events.flatMap(({ citations }) => citations.map(({ passageId }) => passageId))),
      orderBy: [{ sourceId: "asc" }, { start: "asc" }, { end: "desc" }],
    }),
    db.place.findMany({
      where: where(events.flatMap(({ placeId, originId }) => [placeId, originId])),
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    db.actor.findMany({
      where: where(events.flatMap(({ participations }) => participations.map(({ actorId }) => actorId))),
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  ]);
  const sources = await db.source.findMany({
    where: where(passages.map(({ sourceId }) => sourceId)),
    orderBy: [{ publishedOn: "asc" }, { id: "asc" }],
    include: { current: { select: { text: true } } },
  });
  return {
    dossier,
    sources: sources.map((row) => rowToSource(row, row.current.text)),
    passages: passages.map(rowToPassage),
    places: places.map(rowToPlace),
    actors: actors.map(rowToActor),
    events: events.map(rowToEvent).toSorted((a, b) => compareWhens(a.when, b.when)),
    changeId,
  };
}
