import { midnight, toWeekday } from "./civil";
import { addDays, type Day, dayToParts, parseDay } from "./day";

/** Monday of the week of a day. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  const { year, month, day: dayOfMonth } = dayToParts(day);
  return toWeekday(midnight(year, month, dayOfMonth));
}

/** The day of that date; `null` if the calendar has none. */
export function partsToDayOrNull(year: number, month: number, day: number): Day | null {
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** "2023-01", so many months after the month of a day. */
export function monthAfter(day: Day, count: number): string {
  const { year, month } = dayToParts(day);
  const months = year * 12 + month - 1 + count;
  return toMonthText(Math.floor(months / 12), (months % 12) + 1);
}

/** "2023-01" */
export function toMonthText(year: number, month: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}`;
}

/** "0867" */
export function toYearText(year: number): string {
  return pad(year, 4);
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
