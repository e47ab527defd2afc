import { LIMITS } from "../record/limits";
import { type Day, instantToDay } from "../time/day";
import { UTC } from "../time/zone";
import { ACLED_ACTOR_COLUMNS, toAcledActors } from "./acled-actors";
import { toAcledCategory } from "./acled-category";
import { toAcledDay, toAcledEdtf, toDayWords } from "./acled-dates";
import { ACLED_PLACE_COLUMNS, toAcledPlace } from "./acled-place";
import { cellAt, type Indexes, toIndexes, toItems, toLabels } from "./columns";
import type { ReadOptions, RecordReader, TableFormat, TableShape } from "./format";
import type { ImportSource, RowResult } from "./import-row";
import { checkCell, type Faults, parseNumber } from "./row-checks";
import { type CellPart, checkWidth, toRowText } from "./row-text";
import { unixToInstant } from "./unix-time";

/**
 * ACLED's events: the 31 columns since March 2023 and older files, which lack some and have others. The codes are those
 * of the "ACLED Codebook".
 */
export const ACLED: TableFormat = {
  kind: "table",
  name: "acled",
  title: "ACLED",
  notice:
    "Armed Conflict Location & Event Data (ACLED): its terms of use forbid to publish the rows as they are. Keep them private.",
  toReader: toAcledReader,
};

const COLUMNS = [
  ...ACLED_PLACE_COLUMNS,
  ...ACLED_ACTOR_COLUMNS,
  "event_id_cnty",
  "data_id",
  "event_date",
  "time_precision",
  "event_type",
  "sub_event_type",
  "source",
  "notes",
  "timestamp",
] as const;
type AcledIndexes = Indexes<(typeof COLUMNS)[number]>;

const NEEDED = ["event_date", "event_type", "latitude", "longitude"] as const;

function toAcledReader({ header }: TableShape, { language }: ReadOptions): RecordReader | string {
  if (header === null) return "The names of ACLED's columns are missing.";
  const names = header.map((name) => name.trim().toLowerCase());
  const labels = toLabels(header);
  if (typeof labels === "string") return labels;
  const missing = NEEDED.find((name) => !names.includes(name));
  if (missing) return `The column “${missing}” of ACLED is missing.`;
  if (!names.includes("event_id_cnty") && !names.includes("data_id")) {
    return "ACLED's column “event_id_cnty” is missing, which tells one event from another.";
  }
  const at = toIndexes(names, COLUMNS);

  return (record, line): RowResult => {
    const faults: Faults = { line, found: [] };
    checkWidth(faults, names, record);
    if (faults.found.length > 0) return { faults: faults.found };

    const key = cellAt(record, at.event_id_cnty) || cellAt(record, at.data_id);
    checkCell(faults, "event_id_cnty", "The id", key, LIMITS.name);
    const type = cellAt(record, at.event_type);
    const subType = cellAt(record, at.sub_event_type);
    const location = cellAt(record, at.location);
    const title = [subType || type, location].filter((word) => word !== "").join(", ");
    checkCell(faults, "sub_event_type", "The title", title, LIMITS.title);
    const day = toAcledDay(faults, cellAt(record, at.event_date));
    const edtf = day === null ? null : toAcledEdtf(faults, day, cellAt(record, at.time_precision));
    const place = toAcledPlace(faults, record, at);
    const actors = toAcledActors(faults, record, at);
    const source = toSource(faults, record, at, `${title} (ACLED ${key})`, language);

    const notes = record[at.notes] ?? "";
    const isTold = cellAt(record, at.notes) !== "";
    const quoted: CellPart | null = isTold ? { column: at.notes, from: 0, to: notes.length } : null;
    const { text, start, end } = toRowText(faults, names, labels, record, quoted);
    // "On 24 February 2022, …" is how the notes begin.
    const words = day === null ? "" : toDayWords(day);
    const timeWords = words !== "" && isTold && notes.includes(words) ? words : null;
    if (faults.found.length > 0) return { faults: faults.found };
    const category = toAcledCategory(type, subType);
    const assertion = "occurred";
    return {
      row: {
        key,
        line,
        title,
        category,
        edtf,
        place,
        actors,
        assertion,
        source,
        text,
        start,
        end,
        timeWords,
      },
    };
  };
}

// The notes are ACLED's own, written from the reports that it names: it is the publisher, they are the byline.
function toSource(
  faults: Faults,
  record: readonly string[],
  at: AcledIndexes,
  title: string,
  language: string,
): ImportSource {
  checkCell(faults, "sub_event_type", "The title", title, LIMITS.title);
  const byline = toByline(toItems(cellAt(record, at.source)));
  if (byline !== null) checkCell(faults, "source", "The source", byline, LIMITS.name);
  return {
    title,
    publisher: "ACLED",
    byline,
    url: null,
    language,
    publishedOn: toUploadDay(cellAt(record, at.timestamp)),
  };
}

// As many of the reports' sources as a byline can hold; the row's text has them all.
function toByline(sources: readonly string[]): string | null {
  const [first, ...others] = sources;
  if (first === undefined) return null;
  let byline = first;
  for (const [at, source] of others.entries()) {
    if (byline.length + source.length > LIMITS.name - 20) return `${byline} and ${others.length - at} more`;
    byline += `; ${source}`;
  }
  return byline;
}

// When ACLED last wrote the row, in Unix seconds.
function toUploadDay(timestamp: string): Day | null {
  const seconds = parseNumber(timestamp);
  const instant = seconds === null ? null : unixToInstant(seconds);
  return instant === null ? null : instantToDay(instant, UTC);
}
