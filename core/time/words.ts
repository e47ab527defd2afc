import { instantToCivil } from "./civil";
import { type Day, dayToInstant, dayToParts, instantToDay } from "./day";
import { DAY, type Instant, MINUTE, type Range } from "./instant";
import {
  formatDay,
  formatLongDay,
  formatShortDay,
  toClock,
  toShortMonthName,
  toShortWeekdayName,
  toWeekdayName,
} from "./names";
import { offsetAt, UTC, type Zone } from "./zone";

/** A day in English: "Sunday 29 January 2023", "29 January 2023" or "29 Jan 2023". */
export function dayToWords(day: Day, style: "long" | "medium" | "short"): string {
  const { year, month, day: dayOfMonth } = dayToParts(day);
  if (style === "long") return formatLongDay(year, month, dayOfMonth);
  return style === "medium" ? formatDay(year, month, dayOfMonth) : formatShortDay(year, month, dayOfMonth);
}

/** "Sunday 29 January 2023, 17:00" */
export function instantToWords(instant: Instant, zone: Zone): string {
  const civil = instantToCivil(instant, zone);
  return `${toWeekdayName(civil)} ${formatDay(civil.year, civil.month, civil.day)}, ${toClock(civil)}`;
}

/** "Sun 29 Jan 2023, 17:00" */
export function instantToShortWords(instant: Instant, zone: Zone): string {
  const civil = instantToCivil(instant, zone);
  return `${toShortWeekdayName(civil)} ${formatShortDay(civil.year, civil.month, civil.day)}, ${toClock(civil)}`;
}

/** A stretch of time, without its exclusive end: "15 Jan – 3 Feb 2023"; with times where it lasts less than three days. */
export function rangeToWords({ start, end }: Range, zone: Zone): string {
  const hasTimes = end - start < 3 * DAY && !(isMidnight(start, zone) && isMidnight(end, zone));
  if (hasTimes) return `${instantToShortWords(start, zone)} – ${instantToShortWords(end, zone)}`;
  const first = instantToCivil(start, zone);
  const last = instantToCivil((end - 1) as Instant, zone);
  const lastWords = formatShortDay(last.year, last.month, last.day);
  if (first.year !== last.year) return `${formatShortDay(first.year, first.month, first.day)} – ${lastWords}`;
  if (first.month !== last.month) return `${first.day} ${toShortMonthName(first.month)} – ${lastWords}`;
  return first.day === last.day ? lastWords : `${first.day}–${lastWords}`;
}

/** One end of a window in words; the end is exclusive, so midnight names the day before. */
export function rangeEdgeToWords(at: Instant, zone: Zone, edge: "start" | "end"): string {
  if (!isMidnight(at, zone)) {
    const civil = instantToCivil(at, zone);
    return `${formatDay(civil.year, civil.month, civil.day)}, ${toClock(civil)}`;
  }
  const { year, month, day } = instantToCivil((edge === "end" ? at - 1 : at) as Instant, zone);
  return formatDay(year, month, day);
}

/** "Seoul, UTC+9" */
export function zoneToWords(zone: Zone, instant: Instant): string {
  if (zone === UTC) return "UTC";
  const offset = offsetAt(zone, instant);
  const distance = Math.round(Math.abs(offset) / MINUTE);
  const [hours, minutes] = [Math.floor(distance / 60), distance % 60];
  const ahead = `${offset < 0 ? "−" : "+"}${hours}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}`;
  return `${zone.split("/").at(-1)?.replaceAll("_", " ")}, UTC${ahead}`;
}

/** Whether a day begins in the zone at this instant. */
export function isMidnight(at: Instant, zone: Zone): boolean {
  const civil = instantToCivil(at, zone);
  if (civil.year < 1 || civil.year > 9999) return false;
  return dayToInstant(instantToDay(at, zone), zone) === at;
}
