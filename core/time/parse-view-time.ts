import { instantToCivil } from "./civil";
import { type Day, dayToEnd, dayToInstant, instantToDay, parseDay } from "./day";
import { parseEdtfDate } from "./edtf-date";
import { type Instant, MINUTE } from "./instant";
import { toClock } from "./names";
import { UTC, type Zone } from "./zone";

/**
 * Reads a time of an address, `YYYY-MM-DD` (a day in `zone`) or `YYYY-MM-DDThh:mmZ`; `null` if it is neither. A day
 * as an end is included: the instant is the day's exclusive end.
 */
export function parseViewInstant(text: string, zone: Zone, edge: "start" | "end"): Instant | null {
  const day = parseDay(text);
  if (day) {
    return edge === "start" ? dayToInstant(day, zone) : dayToEnd(day, zone);
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/.test(text)) return null;
  const date = parseEdtfDate(text, UTC);
  return typeof date === "string" ? null : date.start;
}

/**
 * The inverse of `parseViewInstant`: the day where a day begins or ends, else the minute below. What lies outside of the
 * years 1 to 9999, as a window's end may, is written as their first or last minute.
 */
export function viewInstantToText(instant: Instant, zone: Zone, edge: "start" | "end"): string {
  const shown = (edge === "end" ? instant - 1 : instant) as Instant;
  const { year } = instantToCivil(shown, zone);
  if (year >= 1 && year <= 9999) {
    const day = instantToDay(shown, zone);
    if ((edge === "end" ? dayToEnd(day, zone) : dayToInstant(day, zone)) === instant) return day;
  }
  return viewInstantToMinute(instant);
}

/** The minute below an instant as `YYYY-MM-DDThh:mmZ`, within the years 1 to 9999. */
export function viewInstantToMinute(instant: Instant): string {
  const minute = Math.min(Math.max(instant, FIRST_MINUTE), LAST_MINUTE) as Instant;
  return `${instantToDay(minute, UTC)}T${toClock(instantToCivil(minute, UTC))}Z`;
}

const FIRST_MINUTE = dayToInstant("0001-01-01" as Day, UTC);
const LAST_MINUTE = dayToEnd("9999-12-31" as Day, UTC) - MINUTE;
