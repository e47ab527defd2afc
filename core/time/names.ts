import { midnight, toWeekday } from "./civil";
import type { Civil } from "./proleptic";

// English, written out: what a runtime's locale data says differs between server and browser.
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Monday first. */
export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;
export const SHORT_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** "2023"; a year of less than four digits could be taken for a number: "AD 867". An axis may begin in "1 BC", the year 0. */
export function formatYear(year: number): string {
  if (year < 1) return `${1 - year} BC`;
  return year < 1000 ? `AD ${year}` : String(year);
}

/** "January 2023" */
export function formatMonth(year: number, month: number): string {
  return `${MONTHS[month - 1]} ${formatYear(year)}`;
}

/** "29 January 2023" */
export function formatDay(year: number, month: number, day: number): string {
  return `${day} ${formatMonth(year, month)}`;
}

/** "29 Jan 2023" */
export function formatShortDay(year: number, month: number, day: number): string {
  return `${day} ${MONTHS[month - 1]?.slice(0, 3)} ${formatYear(year)}`;
}

/** "Sunday 29 January 2023" */
export function formatLongDay(year: number, month: number, day: number): string {
  return `${WEEKDAYS[toWeekday(midnight(year, month, day)) - 1]} ${formatDay(year, month, day)}`;
}

/** "17:00" */
export function toClock({ hour, minute }: Pick<Civil, "hour" | "minute">): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
