import { LIMITS } from "../record/limits";
import { toBeginning } from "./beginning";
import { toInterval } from "./date-cell";
import type { ReadOptions } from "./format";
import type { RowResult } from "./import-row";
import { checkCell, type Faults, isWebAddress, noteFault } from "./row-checks";
import { toRowText } from "./row-text";
import { type TimelineDate, toTimelineEdtf } from "./timelinejs-date";

/** A slide of TimelineJS, from a sheet or from JSON, without markup. */
export type Slide = {
  readonly names: readonly string[];
  readonly labels: readonly string[];
  readonly cells: readonly string[];
  /** What the fields that matter are called in the file, and where among the cells they stand; -1 is nowhere. */
  readonly at: { readonly headline: number; readonly text: number };
  /** The columns that faults of the dates are noted under. */
  readonly dateNames: { readonly start: string; readonly end: string };
  readonly start: TimelineDate;
  readonly end: TimelineDate;
  readonly mediaUrl: string;
  readonly mediaCredit: string;
  /** What stands for a headline where there is none. */
  readonly otherTitle: string;
  readonly key: string;
};

/** The event that a slide is; slides have no place. */
export function toSlideRow(faults: Faults, slide: Slide, options: ReadOptions): RowResult {
  const { names, labels, cells, at } = slide;
  const headline = cells[at.headline] ?? "";
  const words = cells[at.text] ?? "";
  const title = headline || toBeginning(words) || slide.otherTitle;
  checkCell(faults, names[at.headline] ?? "headline", "The headline", title, LIMITS.title);
  const edtf = toSlideEdtf(faults, slide);
  const byline = slide.mediaCredit || null;
  if (byline !== null) checkCell(faults, "media credit", "The credit", byline, LIMITS.name);
  const url = isWebAddress(slide.mediaUrl) ? slide.mediaUrl : null;

  const column = words === "" ? at.headline : at.text;
  const quoted = words === "" && headline === "" ? null : { column, from: 0, to: (words || headline).length };
  const { text, start, end } = toRowText(faults, names, labels, cells, quoted);
  if (faults.found.length > 0) return { faults: faults.found };
  return {
    row: {
      key: slide.key || options.digest(JSON.stringify([title, edtf, words])),
      line: faults.line,
      title,
      category: "other",
      edtf,
      place: null,
      actors: [],
      assertion: "occurred",
      source: {
        title,
        publisher: options.publisher,
        byline,
        url,
        language: options.language,
        publishedOn: null,
      },
      text,
      start,
      end,
      timeWords: null,
    },
  };
}

function toSlideEdtf(faults: Faults, { start, end, dateNames }: Slide): string | null {
  const begin = toTimelineEdtf(start);
  const last = toTimelineEdtf(end);
  if (begin !== null && "reason" in begin) noteFault(faults, dateNames.start, toWords(start), begin.reason);
  if (last !== null && "reason" in last) noteFault(faults, dateNames.end, toWords(end), last.reason);
  if (begin === null || "reason" in begin || (last !== null && "reason" in last)) {
    if (begin === null && last !== null)
      noteFault(faults, dateNames.end, toWords(end), "It has an end but no start.");
    return null;
  }
  const both = toInterval(begin.edtf, last?.edtf ?? null);
  if ("edtf" in both) return both.edtf;
  noteFault(faults, dateNames.end, toWords(end), both.reason);
  return null;
}

function toWords({ year, month, day, time }: TimelineDate): string {
  return [year, month, day, time].filter((part) => part !== "").join(" ");
}
