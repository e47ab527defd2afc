import { instantToCivil } from "./civil";
import { addDays, dayToInstant, instantToDay, parseDay } from "./day";
import { parseEdtfDate } from "./edtf-date";
import { type Instant, MINUTE } from "./instant";
import { toClock } from "./names";
import { isMidnight } from "./words";
import { UTC, type Zone } from "./zone";

/**
 * Reads a time of an address, `YYYY-MM-DD` (a day in `zone`) or `YYYY-MM-DDThh:mmZ`; `null` if it is neither. A day
 * as an end is included: the instant is the day's exclusive end.
 */
export function parseViewInstant(text: string, zone: Zone, edge: "start" | "end"): Instant | null {
  const day = parseDay(text);
  if (day) {
    if (edge === "start") return dayToInstant(day, zone);
    return day === "9999-12-31" ? null : dayToInstant(addDays(day, 1), zone);
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/.test(text)) return null;
  const date = parseEdtfDate(text, UTC);
  return typeof date === "string" ? null : date.start;
}

/** The inverse of `parseViewInstant`: the day where a day begins or ends, else the minute below. */
export function viewInstantToText(instant: Instant, zone: Zone, edge: "start" | "end"): string {
  const minute = (Math.floor(instant / MINUTE) * MINUTE) as Instant;
  if (isMidnight(instant, zone))
    return instantToDay((edge === "end" ? instant - 1 : instant) as Instant, zone);
  const civil = instantToCivil(minute, UTC);
  const year = String(Math.min(9999, Math.max(1, civil.year))).padStart(4, "0");
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${year}-${pad(civil.month)}-${pad(civil.day)}T${toClock(civil)}Z`;
}
