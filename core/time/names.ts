import type { Day, Month } from "date-fns";
import { enUS } from "date-fns/locale/en-US";
import { midnight, toWeekday } from "./civil";
import type { Civil } from "./proleptic";

// date-fns speaks English wherever it runs; what a runtime's own locale data says differs between server and browser.
// Asked for once: an axis that is dragged names its months and days sixty times a second.
const { month, day } = enUS.localize;
const MONTHS = count(12).map((i) => month(i as Month, { width: "wide" }));
const SHORT_MONTHS = count(12).map((i) => month(i as Month, { width: "abbreviated" }));
// From Sunday on.
const WEEKDAYS = count(7).map((i) => day(i as Day, { width: "wide" }));
const SHORT_WEEKDAYS = count(7).map((i) => day(i as Day, { width: "abbreviated" }));

function count(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

/** "January", month 1–12. */
export function toMonthName(month: number): string {
  return MONTHS[month - 1] ?? "";
}

/** "Jan", month 1–12. */
export function toShortMonthName(month: number): string {
  return SHORT_MONTHS[month - 1] ?? "";
}

/** "Sunday" */
export function toWeekdayName(date: Pick<Civil, "year" | "month" | "day">): string {
  return WEEKDAYS[toWeekday(midnight(date.year, date.month, date.day)) % 7] ?? "";
}

/** "Sun" */
export function toShortWeekdayName(date: Pick<Civil, "year" | "month" | "day">): string {
  return SHORT_WEEKDAYS[toWeekday(midnight(date.year, date.month, date.day)) % 7] ?? "";
}

/** "2023"; a year of less than four digits could be taken for a number: "AD 867". An axis may begin in "1 BC", the year 0. */
export function formatYear(year: number): string {
  if (year < 1) return `${1 - year} BC`;
  return year < 1000 ? `AD ${year}` : String(year);
}

/** "January 2023" */
export function formatMonth(year: number, month: number): string {
  return `${toMonthName(month)} ${formatYear(year)}`;
}

/** "29 January 2023" */
export function formatDay(year: number, month: number, day: number): string {
  return `${day} ${formatMonth(year, month)}`;
}

/** "29 Jan 2023" */
export function formatShortDay(year: number, month: number, day: number): string {
  return `${day} ${toShortMonthName(month)} ${formatYear(year)}`;
}

/** "Sunday 29 January 2023" */
export function formatLongDay(year: number, month: number, day: number): string {
  return `${toWeekdayName({ year, month, day })} ${formatDay(year, month, day)}`;
}

/** "17:00" */
export function toClock({ hour, minute }: Pick<Civil, "hour" | "minute">): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
