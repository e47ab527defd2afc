import { toLabels } from "./columns";
import type { ReadOptions, RecordReader, TableFormat, TableShape } from "./format";
import { htmlToText } from "./html-text";
import type { RowResult } from "./import-row";
import type { Faults } from "./row-checks";
import { checkWidth } from "./row-text";
import { toSlideRow } from "./timelinejs-slide";

/** The sheet of TimelineJS 3, saved as CSV. A slide of the type "title" has no date, and is kept undated. */
export const TIMELINEJS_CSV: TableFormat = {
  kind: "table",
  name: "timelinejs-csv",
  title: "TimelineJS sheet",
  notice: null,
  toReader: toTimelineReader,
};

/** TimelineJS knows a column by its name in lower case without its first space: "endyear". */
export function toTimelineName(name: string): string {
  return name.trim().toLowerCase().replace(" ", "");
}

function toTimelineReader({ header }: TableShape, options: ReadOptions): RecordReader | string {
  if (header === null) return "The names of the sheet's columns are missing.";
  const labels = toLabels(header);
  if (typeof labels === "string") return labels;
  const names = header.map((name) => name.trim());
  const known = header.map(toTimelineName);
  const missing = ["headline", "endyear"].find((name) => !known.includes(name));
  if (missing) return `The column “${missing}” of a TimelineJS sheet is missing.`;
  const indexOf = (name: string): number => known.indexOf(name);
  const at = { headline: indexOf("headline"), text: indexOf("text") };

  return (record, line): RowResult => {
    const faults: Faults = { line, found: [] };
    checkWidth(faults, names, record);
    if (faults.found.length > 0) return { faults: faults.found };
    const cells = record.map(htmlToText);
    const cellOf = (name: string): string => cells[indexOf(name)] ?? "";
    return toSlideRow(
      faults,
      {
        names,
        labels,
        cells,
        at,
        dateNames: { start: names[0] ?? "", end: names[indexOf("endyear")] ?? "" },
        // The first three are known by where they stand, whatever they are called.
        start: { year: cells[0] ?? "", month: cells[1] ?? "", day: cells[2] ?? "", time: cellOf("time") },
        end: {
          year: cellOf("endyear"),
          month: cellOf("endmonth"),
          day: cellOf("endday"),
          time: cellOf("endtime"),
        },
        mediaUrl: record[indexOf("media")]?.trim() ?? "",
        mediaCredit: cellOf("mediacredit"),
        otherTitle: cellOf("displaydate") || cellOf("mediacaption"),
        key: "",
      },
      options,
    );
  };
}
