import { type EdtfDate, parseEdtfDate } from "./edtf-date";
import type { Instant } from "./instant";
import { type Bounds, PRECISIONS, type When } from "./when";
import type { Zone } from "./zone";

export type WhenResult =
  | { readonly ok: true; readonly when: When }
  | { readonly ok: false; readonly reason: string };

/** Characters that a date may have. */
export const LONGEST_DATE = 64;

/**
 * Reads a date or an interval in EDTF (ISO 8601-2:2019, levels 0 and 1), placed in a zone; years 0001 to 9999.
 * Beyond the standard, a time may leave out its seconds, and whatever is read may be qualified. A refusal says in a
 * sentence what is wrong.
 */
export function parseWhen(text: string, zone: Zone): WhenResult {
  const edtf = text.trim();
  if (edtf === "") return refuse("The date is empty.");
  if (edtf.length > LONGEST_DATE) return refuse(`The date is longer than ${LONGEST_DATE} characters.`);
  if (/[[\]{}]/.test(edtf))
    return refuse(`“${edtf}” is a set of dates (EDTF level 2), which is not supported.`);
  const parts = edtf.split("/");
  if (parts.length > 2) return refuse(`“${edtf}” has more than two ends.`);
  const [first = "", second] = parts;
  return second === undefined ? parseSingle(edtf, zone) : parseInterval(edtf, first, second, zone);
}

/** As `parseWhen`, but throws a RangeError naming the text and the reason. */
export function toWhen(text: string, zone: Zone): When {
  const result = parseWhen(text, zone);
  if (!result.ok) throw new RangeError(`Date “${text}”: ${result.reason}`);
  return result.when;
}

function parseSingle(edtf: string, zone: Zone): WhenResult {
  if (edtf === "..") return refuse("An open end needs a date at the other end.");
  const date = parseEdtfDate(edtf, zone);
  if (typeof date === "string") return refuse(date);
  const { start, end } = date;
  const bounds: Bounds = { beginEarliest: start, beginLatest: end, endEarliest: start, endLatest: end };
  return { ok: true, when: toResult(edtf, zone, bounds, [date]) };
}

function parseInterval(edtf: string, first: string, second: string, zone: Zone): WhenResult {
  const begin = isOpen(first) ? null : parseEdtfDate(first, zone);
  const end = isOpen(second) ? null : parseEdtfDate(second, zone);
  if (typeof begin === "string") return refuse(begin);
  if (typeof end === "string") return refuse(end);
  if (!begin && !end) return refuse(`“${edtf}” has no date at either end.`);
  if (begin && end && begin.start >= end.end) return refuse(`“${edtf}” ends before it begins.`);
  const dates = [begin, end].filter((date) => date !== null);
  return { ok: true, when: toResult(edtf, zone, toBounds(begin, end), dates) };
}

// Nothing ends before it begins: of "2023/2023-02" the begin is no later than February, and of "2023-02/2023" the end
// no earlier.
function toBounds(begin: EdtfDate | null, end: EdtfDate | null): Bounds {
  return {
    beginEarliest: begin?.start ?? null,
    beginLatest: earliest(begin?.end, end?.end),
    endEarliest: latest(end?.start, begin?.start),
    endLatest: end?.end ?? null,
  };
}

function toResult(edtf: string, zone: Zone, bounds: Bounds, dates: readonly EdtfDate[]): When {
  const coarsest = Math.max(...dates.map(({ precision }) => PRECISIONS.indexOf(precision)));
  return {
    edtf,
    zone,
    bounds,
    precision: PRECISIONS[coarsest] ?? "day",
    approximate: dates.some(({ approximate }) => approximate),
    uncertain: dates.some(({ uncertain }) => uncertain),
  };
}

// EDTF tells an open end (`..`) from an unknown one (nothing); both leave the bounds open.
function isOpen(text: string): boolean {
  return text === ".." || text === "";
}

function earliest(a: Instant | undefined, b: Instant | undefined): Instant | null {
  if (a === undefined || b === undefined) return a ?? b ?? null;
  return a < b ? a : b;
}

function latest(a: Instant | undefined, b: Instant | undefined): Instant | null {
  if (a === undefined || b === undefined) return a ?? b ?? null;
  return a > b ? a : b;
}

function refuse(reason: string): WhenResult {
  return { ok: false, reason };
}
