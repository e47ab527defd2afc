import { instantToCivil, midnight, toDayStart } from "./civil";
import { DAY, type Instant } from "./instant";
import { civilToMilliseconds, daysInMonth, millisecondsToCivil } from "./proleptic";
import type { Zone } from "./zone";

/** A calendar day `YYYY-MM-DD`, year 0001 to 9999, that belongs to no zone until it is placed. */
export type Day = string & { readonly __brand: "Day" };

const LAST_DAY = "9999-12-31";

/** Reads `YYYY-MM-DD`; `null` if it is written otherwise or the calendar has no such day. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? (text as Day) : null;
}

/** The first instant of the day at the place; where the clocks skip midnight, the instant after the gap. */
export function dayToInstant(day: Day, zone: Zone): Instant {
  const { year, month, day: dayOfMonth } = dayToParts(day);
  return toDayStart(year, month, dayOfMonth, zone);
}

/** The day that the zone's calendar shows at an instant; throws a RangeError outside of the years 1 to 9999. */
export function instantToDay(instant: Instant, zone: Zone): Day {
  const { year, month, day } = instantToCivil(instant, zone);
  return partsToDay(year, month, day);
}

/** The day so many days later, or earlier if `count` is negative; throws a RangeError outside of the years 1 to 9999. */
export function addDays(day: Day, count: number): Day {
  const { year, month, day: dayOfMonth } = dayToParts(day);
  const moved = millisecondsToCivil(civilToMilliseconds(midnight(year, month, dayOfMonth)) + count * DAY);
  return partsToDay(moved.year, moved.month, moved.day);
}

/** The instant at which the day ends at the place: the start of the next, also for the calendar's last. */
export function dayToEnd(day: Day, zone: Zone): Instant {
  return day === LAST_DAY ? toDayStart(10_000, 1, 1, zone) : dayToInstant(addDays(day, 1), zone);
}

/** Negative if `a` is earlier, positive if later, 0 if they are the same day. */
export function compareDays(a: Day, b: Day): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Year, month 1–12 and day of the month. */
export function dayToParts(day: Day): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

function partsToDay(year: number, month: number, day: number): Day {
  if (year < 1 || year > 9999)
    throw new RangeError(`Day ${year}-${month}-${day}: expected the years 1 to 9999.`);
  const pad = (value: number, length: number) => String(value).padStart(length, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day;
}
