import { toLabels } from "./columns";
import type { ElementReader, JsonFormat, ReadOptions } from "./format";
import { htmlToText } from "./html-text";
import type { RowResult } from "./import-row";
import { isObject, memberOf, toText } from "./json-value";
import { type Faults, noteFault } from "./row-checks";
import type { TimelineDate } from "./timelinejs-date";
import { toSlideRow } from "./timelinejs-slide";

/** TimelineJS 3 as JSON: its slides and eras. The title slide is the timeline's, and no event. */
export const TIMELINEJS_JSON: JsonFormat = {
  kind: "json",
  name: "timelinejs-json",
  title: "TimelineJS JSON",
  notice: null,
  toElements: (file) => {
    const events = memberOf(file, "events");
    if (!Array.isArray(events)) return "A timeline of TimelineJS has a list of “events”.";
    const eras = memberOf(file, "eras");
    return Array.isArray(eras) ? [...events, ...eras] : events;
  },
  toReader: toSlideReader,
};

function toSlideReader(options: ReadOptions): ElementReader {
  return (element, number): RowResult => {
    const faults: Faults = { line: number, found: [] };
    if (!isObject(element)) {
      noteFault(faults, "events", String(element), "The slide is no object.");
      return { faults: faults.found };
    }
    const fields = FIELDS.map(([name, path]) => [name, htmlToText(toText(toMember(element, path)))] as const);
    const names = fields.map(([name]) => name);
    const cells = fields.map(([, cell]) => cell);
    const labels = toLabels(names);
    if (typeof labels === "string") throw new Error(labels);
    const cellOf = (name: string): string => cells[names.indexOf(name)] ?? "";
    return toSlideRow(
      faults,
      {
        names,
        labels,
        cells,
        at: { headline: names.indexOf("headline"), text: names.indexOf("text") },
        dateNames: { start: "start_date", end: "end_date" },
        start: toDate(memberOf(element, "start_date")),
        end: toDate(memberOf(element, "end_date")),
        mediaUrl: toText(toMember(element, ["media", "url"])),
        mediaCredit: cellOf("media credit"),
        otherTitle: cellOf("display date") || cellOf("media caption"),
        key: cellOf("unique id"),
      },
      options,
    );
  };
}

// The lines of a slide's text, and the members they come from. How it looks is left out.
const FIELDS: readonly (readonly [name: string, path: readonly string[]])[] = [
  ["year", ["start_date", "year"]],
  ["month", ["start_date", "month"]],
  ["day", ["start_date", "day"]],
  ["hour", ["start_date", "hour"]],
  ["minute", ["start_date", "minute"]],
  ["second", ["start_date", "second"]],
  ["end year", ["end_date", "year"]],
  ["end month", ["end_date", "month"]],
  ["end day", ["end_date", "day"]],
  ["end hour", ["end_date", "hour"]],
  ["end minute", ["end_date", "minute"]],
  ["end second", ["end_date", "second"]],
  ["display date", ["display_date"]],
  ["headline", ["text", "headline"]],
  ["text", ["text", "text"]],
  ["media", ["media", "url"]],
  ["media credit", ["media", "credit"]],
  ["media caption", ["media", "caption"]],
  ["media alt", ["media", "alt"]],
  ["media title", ["media", "title"]],
  ["media link", ["media", "link"]],
  ["group", ["group"]],
  ["unique id", ["unique_id"]],
];

function toMember(value: unknown, path: readonly string[]): unknown {
  return path.reduce(memberOf, value);
}

function toDate(date: unknown): TimelineDate {
  const [hour, minute, second] = ["hour", "minute", "second"].map((name) => toText(memberOf(date, name)));
  // Of a time, the hour must be known; what is finer is zero if it is not said.
  const parts = [minute || "0", ...(second ? [second] : [])].map((part) => part.padStart(2, "0"));
  return {
    year: toText(memberOf(date, "year")),
    month: toText(memberOf(date, "month")),
    day: toText(memberOf(date, "day")),
    time: hour ? [hour, ...parts].join(":") : "",
  };
}
