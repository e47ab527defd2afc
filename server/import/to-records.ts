import { uuidv7 } from "uuidv7";
import type { Id } from "@/core/record/record";
import type { PreparedRow } from "./prepare-row";
import type { SettingRecords } from "./setting-records";
import { toStableSlug } from "./slugs";
import type { Batch, NewCitation, NewEvent, NewPassage, NewRevision } from "./write-batch";

const PLACE_RULE = "the place that the row names";
const TIME_RULE = "the date that the row gives, as precise as it says";

export type RowSource = { readonly source: Batch["sources"][number]; readonly passage: NewPassage };

/**
 * The source that a row is, and the passage of it. A corrected row is another source: `version` tells them apart, so
 * that what was quoted before stays what it was.
 */
export function toRowSource({ row, ...prepared }: PreparedRow, dataset: string, version: string): RowSource {
  const { title, publisher, byline, language, url } = row.source;
  const { publishedOn, sha256, exact } = prepared;
  const slug = toStableSlug(title, ["source", dataset, row.key, version]);
  const id = uuidv7();
  return {
    source: { id, slug, title, publisher, byline, language, url, publishedOn, text: row.text, sha256 },
    passage: { id: uuidv7(), slug, sourceId: id, start: row.start, end: row.end, exact },
  };
}

/** The event that a row reports; `settled` has its place and actors. */
export function toRowEvent(
  prepared: PreparedRow,
  passageId: Id,
  ids: { readonly id: Id; readonly citationId: Id; readonly slug: string },
  settled: SettingRecords,
): NewEvent {
  const { row, when, publishedOn, placeZone, exact } = prepared;
  return {
    id: ids.id,
    slug: ids.slug,
    title: row.title,
    category: row.category,
    when,
    status: row.assertion,
    toldFrom: publishedOn,
    placeId: row.place && placeZone && settled.placeId(row.place, placeZone),
    placeRule: row.place && PLACE_RULE,
    wording: exact,
    citation: toRowCitation(prepared, ids.citationId, passageId),
    participations: row.actors.map((actor) => ({ actorId: settled.actorId(actor), role: actor.role })),
  };
}

function toRowCitation({ row, when, exact }: PreparedRow, id: Id, passageId: Id): NewCitation {
  const isPlaceNamed = row.place !== null && exact.includes(row.place.name);
  return {
    id,
    passageId,
    assertion: row.assertion,
    timeWords: row.timeWords,
    timeRule: when && TIME_RULE,
    placeWords: isPlaceNamed ? (row.place?.name ?? null) : null,
  };
}

/** The first entry in the history of what an import made: which import it was, and from which line of its file. */
export function toImported(
  subjectKind: NewRevision["subjectKind"],
  subjectId: Id,
  importId: Id,
  line: number | null,
): NewRevision {
  const change = JSON.stringify({
    imported: line === null ? { import: importId } : { import: importId, line },
  });
  return { id: uuidv7(), subjectKind, subjectId, kind: "imported", change };
}
