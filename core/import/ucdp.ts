import { LIMITS } from "../record/limits";
import { parseDay } from "../time/day";
import { cellAt, type Indexes, toIndexes, toLabels } from "./columns";
import type { ReadOptions, RecordReader, TableFormat, TableShape } from "./format";
import type { ImportActor, ImportSource, RowResult } from "./import-row";
import { checkCell, type Faults, noteFault } from "./row-checks";
import { type CellPart, checkWidth, toRowText } from "./row-text";
import { UCDP_COLUMNS } from "./ucdp-columns";
import { toUcdpEdtf } from "./ucdp-dates";
import { locateFirstHeadline } from "./ucdp-headline";
import { toUcdpPlace, toUcdpPlaceName, UCDP_PLACE_COLUMNS } from "./ucdp-place";

const PUBLISHER = "Uppsala Conflict Data Program";

/**
 * The UCDP Georeferenced Event Dataset, of whichever year, and its Candidate files, some of which have no header.
 * The codes are those of the "UCDP GED Codebook".
 */
export const UCDP: TableFormat = {
  kind: "table",
  name: "ucdp",
  title: "UCDP GED",
  notice: `Georeferenced Event Dataset, ${PUBLISHER}, CC BY 4.0: who publishes these events must name it.`,
  toReader: toUcdpReader,
};

const COLUMNS = [
  ...UCDP_PLACE_COLUMNS,
  "id",
  "code_status",
  "dyad_name",
  "side_a",
  "side_b",
  "source_article",
  "source_office",
  "source_date",
  "source_headline",
  "event_clarity",
  "date_prec",
  "date_start",
  "date_end",
] as const;
type UcdpIndexes = Indexes<(typeof COLUMNS)[number]>;

const NEEDED = ["id", "date_prec", "date_start", "date_end", "where_prec", "latitude", "longitude"] as const;

function toUcdpReader({ header, width }: TableShape, { language }: ReadOptions): RecordReader | string {
  const names = header?.map((name) => name.trim().toLowerCase()) ?? UCDP_COLUMNS.get(width);
  if (!names) return `Without a header, UCDP GED has 41 or 49 columns, not ${width}.`;
  const labels = toLabels(header ?? names);
  if (typeof labels === "string") return labels;
  const missing = NEEDED.find((name) => !names.includes(name));
  if (missing) return `The column “${missing}” of UCDP GED is missing.`;
  const at = toIndexes(names, COLUMNS);

  return (record, line): RowResult => {
    const faults: Faults = { line, found: [] };
    checkWidth(faults, names, record);
    if (faults.found.length > 0) return { faults: faults.found };

    const key = cellAt(record, at.id);
    checkCell(faults, "id", "The id", key, LIMITS.name);
    const placeName = toUcdpPlaceName(record, at);
    const title = toTitle(record, at, placeName);
    checkCell(faults, "dyad_name", "The title", title, LIMITS.title);
    const edtf = toUcdpEdtf(
      faults,
      cellAt(record, at.date_prec),
      cellAt(record, at.date_start),
      cellAt(record, at.date_end),
    );
    const place = toUcdpPlace(faults, record, at, placeName);
    const actors = toActors(faults, record, at);
    const quoted = toQuoted(record, at);
    const source = toSource(faults, record, at, quoted, language);
    const { text, start, end } = toRowText(faults, names, labels, record, quoted);
    if (faults.found.length > 0) return { faults: faults.found };
    // All three types are organised violence: of states, between others, and against civilians.
    const category = "military";
    const assertion = isClear(record, at) ? "occurred" : "claimed";
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
        timeWords: null,
      },
    };
  };
}

// Not the headline: that is of a report, which often tells of many events, or only names a victim or a day.
function toTitle(record: readonly string[], at: UcdpIndexes, placeName: string): string {
  const dyad = cellAt(record, at.dyad_name) || cellAt(record, at.side_a);
  return dyad === "" || placeName === "" ? dyad || placeName : `${dyad}, ${placeName}`;
}

function toActors(faults: Faults, record: readonly string[], at: UcdpIndexes): readonly ImportActor[] {
  const actors: ImportActor[] = [];
  for (const side of ["side_a", "side_b"] as const) {
    const name = cellAt(record, at[side]);
    if (name === "") continue;
    checkCell(faults, side, "The name of the side", name, LIMITS.name);
    const kind = name.startsWith("Government of ") ? "state" : "organisation";
    actors.push({ name, kind, role: side === "side_a" ? "side A" : "side B" });
  }
  return actors;
}

// What reports the event: the first headline; in older rows, the note that names the article; else the whole row.
function toQuoted(record: readonly string[], at: UcdpIndexes): CellPart | null {
  const article = record[at.source_article] ?? "";
  const headlines = record[at.source_headline] ?? "";
  if (cellAt(record, at.source_headline) !== "") {
    const range = locateFirstHeadline(headlines, article, cellAt(record, at.source_date));
    if (range) return { column: at.source_headline, from: range.from, to: range.to };
  }
  if (cellAt(record, at.source_article) === "") return null;
  return { column: at.source_article, from: 0, to: article.length };
}

function toSource(
  faults: Faults,
  record: readonly string[],
  at: UcdpIndexes,
  quoted: CellPart | null,
  language: string,
): ImportSource {
  const hasHeadline = quoted?.column === at.source_headline;
  const title = hasHeadline
    ? (record[quoted.column] ?? "").slice(quoted.from, quoted.to)
    : `UCDP GED, event ${cellAt(record, at.id)}`;
  checkCell(faults, "source_headline", "The headline", title, LIMITS.title);
  const publisher = toFirst(cellAt(record, at.source_office)) || PUBLISHER;
  checkCell(faults, "source_office", "The publisher", publisher, LIMITS.name);
  const date = toFirst(cellAt(record, at.source_date));
  const publishedOn = date === "" ? null : parseDay(date.slice(0, 10));
  if (date !== "" && publishedOn === null) {
    noteFault(faults, "source_date", date, "The date of the source is no day YYYY-MM-DD.");
  }
  // The row is UCDP's account, whoever is said to have published the report.
  return {
    title,
    publisher,
    byline: publisher === PUBLISHER ? null : PUBLISHER,
    url: null,
    language,
    publishedOn,
  };
}

function toFirst(cell: string): string {
  const end = cell.indexOf(";");
  return end === -1 ? cell : cell.slice(0, end).trim();
}

// event_clarity 2: the report sums up, so that the event itself can only be inferred. code_status names what UCDP has
// still to check.
function isClear(record: readonly string[], at: UcdpIndexes): boolean {
  const status = cellAt(record, at.code_status);
  return Number(cellAt(record, at.event_clarity) || "1") === 1 && (status === "" || status === "Clear");
}
