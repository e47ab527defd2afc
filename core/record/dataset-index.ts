import type { Actor, Citation, Dataset, DossierEvent, Id, Passage, Place, Source } from "./record";

/** A dataset with the lookups that its readers need, made once for each dataset. */
export type DatasetIndex = {
  readonly dataset: Dataset;
  /** Whether the dossier has records that are not held here. */
  readonly isPartial: boolean;
  readonly events: ReadonlyMap<Id, DossierEvent>;
  readonly eventsBySlug: ReadonlyMap<string, DossierEvent>;
  readonly passages: ReadonlyMap<Id, Passage>;
  readonly sources: ReadonlyMap<Id, Source>;
  readonly places: ReadonlyMap<Id, Place>;
  readonly actors: ReadonlyMap<Id, Actor>;
  /** Which events each passage reports. */
  readonly eventsOfPassage: ReadonlyMap<Id, readonly DossierEvent[]>;
};

/** Builds the lookups of a whole dossier; throws if a citation points at a passage, or a passage at a source, that is not there. */
export function toDatasetIndex(dataset: Dataset): DatasetIndex {
  return { ...toLookups(dataset), isPartial: false };
}

/** The same for a part of a dossier. */
export function toPartialIndex(dataset: Dataset): DatasetIndex {
  return { ...toLookups(dataset), isPartial: true };
}

function toLookups(dataset: Dataset): Omit<DatasetIndex, "isPartial"> {
  const passages = byId(dataset.passages);
  const sources = byId(dataset.sources);
  for (const passage of dataset.passages) {
    if (!sources.has(passage.sourceId)) {
      throw new Error(`Passage ${passage.slug}: source ${passage.sourceId} is not in the dataset.`);
    }
  }

  const eventsOfPassage = new Map<Id, DossierEvent[]>();
  for (const event of dataset.events) {
    for (const { passageId } of event.citations) {
      if (!passages.has(passageId)) {
        throw new Error(`Event ${event.slug}: passage ${passageId} is not in the dataset.`);
      }
      const reported = eventsOfPassage.get(passageId) ?? [];
      if (!reported.includes(event)) reported.push(event);
      eventsOfPassage.set(passageId, reported);
    }
  }

  return {
    dataset,
    events: byId(dataset.events),
    eventsBySlug: new Map(dataset.events.map((event) => [event.slug, event])),
    passages,
    sources,
    places: byId(dataset.places),
    actors: byId(dataset.actors),
    eventsOfPassage,
  };
}

/** The passage and the source behind a citation; throws if the index was not checked by `toDatasetIndex`. */
export function locateOrigin(
  citation: Citation,
  index: Pick<DatasetIndex, "passages" | "sources">,
): { passage: Passage; source: Source } {
  const passage = index.passages.get(citation.passageId);
  const source = passage && index.sources.get(passage.sourceId);
  if (!source) throw new Error(`Citation ${citation.id}: passage ${citation.passageId} has no source.`);
  return { passage, source };
}

function byId<T extends { readonly id: Id }>(records: readonly T[]): Map<Id, T> {
  return new Map(records.map((record) => [record.id, record]));
}
