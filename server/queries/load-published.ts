import { type Published, toAlone, toPublished } from "@/core/record/publish";
import type { Dataset, Id, Passage, Source } from "@/core/record/record";
import type { ToldEvent } from "@/wire/api-event";
import { toSha256 } from "../commands/sha256";
import { unlessAway } from "../database-away";
import { type Database, database } from "../db";
import { rowToPassage, rowToSource } from "../rows/records";
import { SHOWN } from "./shown";

// What a source that publishes excerpts does not show leaves the server in no answer to those who may not write: each
// answer that holds sources or passages goes through one of these.

/** A dataset without what its sources do not publish. */
export async function publishDataset(dataset: Dataset, db: Database = database()): Promise<Dataset> {
  const published = await loadPublished(db, dataset.dossier.id, dataset.sources);
  if (published.size === 0) return dataset;
  const cited = new Set(
    dataset.events.flatMap(({ citations }) => citations.map(({ passageId }) => passageId)),
  );
  return {
    ...dataset,
    sources: dataset.sources.map((source) => published.get(source.id)?.source ?? source),
    passages: dataset.passages
      .filter(({ id, sourceId }) => !published.has(sourceId) || cited.has(id))
      .map((passage) => toOpen(published, passage)),
  };
}

/** Told events without what their sources do not publish. */
export async function publishTold(
  dossierId: Id,
  told: readonly ToldEvent[],
  db: Database = database(),
): Promise<ToldEvent[]> {
  const sources = told.flatMap(({ reading }) => reading.citations.map(({ source }) => source));
  const published = await loadPublished(db, dossierId, sources);
  return told.map((one) => ({
    ...one,
    reading: {
      ...one.reading,
      citations: one.reading.citations.map((cited) => ({
        ...cited,
        passage: toOpen(published, cited.passage),
        source: toOpenSource(published, cited.source),
      })),
    },
  }));
}

/** Sources as they are published, their texts left as they are given where all of them is. */
export async function publishSources(
  dossierId: Id,
  sources: readonly Source[],
  db: Database = database(),
): Promise<Source[]> {
  const published = await loadPublished(db, dossierId, sources);
  return sources.map((source) => published.get(source.id)?.source ?? source);
}

/** Of these sources those that publish excerpts only, by their ids. */
export async function loadPublished(
  db: Database,
  dossierId: Id,
  sources: readonly Source[],
): Promise<Map<Id, Published>> {
  const ids = [...new Set(sources.filter(({ publishes }) => publishes === "excerpts").map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  return unlessAway(async () => {
    const [rows, passages] = await Promise.all([
      db.source.findMany({ where: { dossierId, id: { in: ids } }, include: { current: true } }),
      db.passage.findMany({
        where: { dossierId, sourceId: { in: ids }, citations: { some: { event: SHOWN } } },
        orderBy: [{ start: "asc" }, { id: "asc" }],
      }),
    ]);
    return new Map(
      rows.map((row) => {
        const cited = passages.filter(({ sourceId }) => sourceId === row.id).map(rowToPassage);
        return [row.id, toPublished(rowToSource(row, row.current.text), cited, toSha256)];
      }),
    );
  });
}

function toOpen(published: ReadonlyMap<Id, Published>, passage: Passage): Passage {
  const one = published.get(passage.sourceId);
  return one ? (one.passages.get(passage.id) ?? toAlone(passage, toSha256)) : passage;
}

// An event as of then tells its sources as they were said to be then.
function toOpenSource(published: ReadonlyMap<Id, Published>, source: Source): Source {
  const open = published.get(source.id)?.source;
  return open ? { ...source, coverage: open.coverage, sha256: open.sha256, text: "" } : source;
}
