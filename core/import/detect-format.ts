import { ACLED } from "./acled";
import { DATELINE_CSV } from "./dateline-csv";
import type { JsonFormat, TableFormat, TableShape } from "./format";
import { GEOJSON } from "./geojson";
import { isObject, memberOf } from "./json-value";
import { MAPPED_CSV } from "./mapped-csv";
import { FIELDS } from "./mapping";
import { TIMELINEJS_CSV, toTimelineName } from "./timelinejs-csv";
import { TIMELINEJS_JSON } from "./timelinejs-json";
import { UCDP } from "./ucdp";
import { UCDP_COLUMNS } from "./ucdp-columns";

export type DetectedTable = { readonly format: TableFormat; readonly shape: TableShape };

/** What format a table is in, by its first record, which is its header unless it shows to be data; any table is `csv`. */
export function detectTableFormat(first: readonly string[]): DetectedTable {
  const width = first.length;
  if (isUcdpRecord(first)) return { format: UCDP, shape: { header: null, width } };
  const names = first.map((name) => name.trim().toLowerCase());
  const sign = SIGNS.find(({ columns }) => columns.every((column) => names.includes(column)));
  if (sign) return { format: sign.format, shape: { header: first, width } };
  const timeline = first.map(toTimelineName);
  if (timeline.includes("headline") && timeline.includes("endyear")) {
    return { format: TIMELINEJS_CSV, shape: { header: first, width } };
  }
  const isOwn = names.includes("title") && names.every((name) => FIELDS.some((field) => field === name));
  return { format: isOwn ? DATELINE_CSV : MAPPED_CSV, shape: { header: first, width } };
}

/** What format a parsed JSON file, or a beginning of it with a list cut short, is in; `null` is none that is known. */
export function detectJsonFormat(file: unknown): JsonFormat | null {
  const type = memberOf(file, "type");
  if (type === "FeatureCollection" || type === "Feature") return GEOJSON;
  const events = memberOf(file, "events");
  if (!Array.isArray(events)) return null;
  const [slide] = events;
  return slide === undefined || (isObject(slide) && ("start_date" in slide || "text" in slide))
    ? TIMELINEJS_JSON
    : null;
}

// Columns that only these datasets have.
const SIGNS: readonly { readonly format: TableFormat; readonly columns: readonly string[] }[] = [
  { format: UCDP, columns: ["type_of_violence", "date_prec", "where_prec"] },
  { format: ACLED, columns: ["event_date", "event_type", "latitude", "longitude", "actor1"] },
];

// Some Candidate files begin with the data. Their cells stand where the columns of that number have them.
function isUcdpRecord(record: readonly string[]): boolean {
  const names = UCDP_COLUMNS.get(record.length);
  const cellOf = (name: string): string => record[names?.indexOf(name) ?? -1] ?? "";
  return (
    names !== undefined &&
    /^\d+$/.test(cellOf("id")) &&
    /^[1-7]$/.test(cellOf("where_prec")) &&
    /^[1-5]$/.test(cellOf("date_prec")) &&
    /^\d{4}-\d{2}-\d{2}/.test(cellOf("date_start"))
  );
}
