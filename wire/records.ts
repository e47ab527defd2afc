import type { Dataset, DossierEvent, Id } from "@/core/record/record";
import type { Status } from "@/core/record/vocabulary";

/** What a dataset holds beside its dossier. */
export type Records = Omit<Dataset, "dossier" | "changeId">;

/** An event as its sources tell it, with the records that it needs. */
export type Told = {
  readonly event: DossierEvent;
  readonly status: Status;
  readonly records: Records;
};

export const NO_RECORDS: Records = { sources: [], passages: [], places: [], actors: [], events: [] };

/** All records of both; where both know one, the second's is kept. */
export function mergeRecords(first: Records, second: Records): Records {
  return {
    sources: merge(first.sources, second.sources),
    passages: merge(first.passages, second.passages),
    places: merge(first.places, second.places),
    actors: merge(first.actors, second.actors),
    events: merge(first.events, second.events),
  };
}

/** What the dataset holds of one event. */
export function pickEvent(dataset: Records, eventId: Id | null): Records {
  const events = dataset.events.filter(({ id }) => id === eventId);
  const passageIds = new Set(events.flatMap(({ citations }) => citations.map(({ passageId }) => passageId)));
  const placeIds = new Set(events.flatMap(({ placeId, originId }) => [placeId, originId]));
  const actorIds = new Set(
    events.flatMap(({ participations }) => participations.map(({ actorId }) => actorId)),
  );
  const passages = dataset.passages.filter(({ id }) => passageIds.has(id));
  const sourceIds = new Set(passages.map(({ sourceId }) => sourceId));
  return {
    events,
    passages,
    sources: dataset.sources.filter(({ id }) => sourceIds.has(id)),
    places: dataset.places.filter(({ id }) => placeIds.has(id)),
    actors: dataset.actors.filter(({ id }) => actorIds.has(id)),
  };
}

function merge<T extends { readonly id: string }>(first: readonly T[], second: readonly T[]): T[] {
  return [...new Map([...first, ...second].map((record) => [record.id, record])).values()];
}
