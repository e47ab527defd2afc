import { civilToInstant, hasCivil, instantToCivil, toDayStart } from "./civil";
import { HOUR, type Instant, MINUTE, type Milliseconds, SECOND } from "./instant";
import { daysInMonth } from "./proleptic";
import type { Precision } from "./when";
import { UTC, type Zone } from "./zone";

/** One date of an EDTF string: it lies somewhere in `[start, end)`. */
export type EdtfDate = {
  readonly start: Instant;
  readonly end: Instant;
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
};

type Span = Pick<EdtfDate, "start" | "end" | "precision">;

const DATE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?$/;
const TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}(?::[0-5]\d)?)?$/;

/** Reads one date of levels 0 and 1 in a zone; a string is the reason why it cannot be read. */
export function parseEdtfDate(text: string, zone: Zone): EdtfDate | string {
  if (/^-/.test(text)) return `“${text}” lies before the year 1; dates BCE are not supported.`;
  if (/^Y/.test(text) || /^\d{5}/.test(text)) {
    return `“${text}” has a year of more than four digits; the years 0001 to 9999 are supported.`;
  }
  const qualifier = /[?~%]$/.exec(text)?.[0] ?? "";
  const plain = text.slice(0, text.length - qualifier.length);
  const span = parseSpan(plain, text, zone);
  if (typeof span === "string") return span;
  return {
    ...span,
    approximate: qualifier === "~" || qualifier === "%",
    uncertain: qualifier === "?" || qualifier === "%",
  };
}

function parseSpan(plain: string, text: string, zone: Zone): Span | string {
  const time = TIME.exec(plain);
  if (time) return parseTime(time, text, zone);
  const date = DATE.exec(plain);
  if (!date)
    return `“${text}” is not a date in EDTF level 0 or 1, such as 2023-01-29, 2023-01, 2023 or 202X.`;
  const [, year = "", month, day] = date;
  if (year === "0000") return `“${text}” lies before the year 1; dates BCE are not supported.`;
  if (year.endsWith("X")) {
    if (month !== undefined)
      return `“${text}” gives a month of an unspecified year (EDTF level 2), which is not supported.`;
    return toYears(year, zone);
  }
  return parseCalendar(Number(year), month, day, text, zone);
}

function parseCalendar(
  year: number,
  month: string | undefined,
  day: string | undefined,
  text: string,
  zone: Zone,
): Span | string {
  if (month === undefined) return span("year", [year, 1, 1], [year + 1, 1, 1], zone);
  if (month === "XX") {
    if (day !== undefined && day !== "XX")
      return `“${text}” gives a day of an unspecified month (EDTF level 2).`;
    return span("year", [year, 1, 1], [year + 1, 1, 1], zone);
  }
  const number = Number(month);
  if (number >= 21 && number <= 24) {
    if (day !== undefined) return `“${text}” gives a day of a season.`;
    if (year === 9999 && number === 24) return `“${text}” ends after the year 9999.`;
    return toSeason(year, number, zone);
  }
  if (number < 1 || number > 12)
    return `“${text}” has no month ${month}: months go from 01 to 12, seasons from 21 to 24.`;
  if (day === undefined || day === "XX") return span("month", [year, number, 1], [year, number + 1, 1], zone);
  const dayNumber = Number(day);
  if (dayNumber < 1 || dayNumber > daysInMonth(year, number))
    return `“${text}” is not a day of the calendar.`;
  const result = span("day", [year, number, dayNumber], [year, number, dayNumber + 1], zone);
  return result.start < result.end
    ? result
    : `“${text}” did not exist in ${zone}, whose calendar skipped it.`;
}

function parseTime(match: RegExpExecArray, text: string, zone: Zone): Span | string {
  const [, year, month, day, hour, minute, second, offset] = match;
  const civil = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
  };
  const isDay =
    civil.year >= 1 &&
    civil.month >= 1 &&
    civil.month <= 12 &&
    civil.day >= 1 &&
    civil.day <= daysInMonth(civil.year, civil.month);
  if (!isDay) return `“${text}” is not a day of the calendar.`;
  if (civil.hour > 23 || civil.minute > 59 || civil.second > 59) return `“${text}” is not a time of the day.`;
  const ahead = offset === undefined ? null : toOffset(offset);
  if (ahead !== null && Math.abs(ahead) > 18 * HOUR) return `“${text}” has no such offset from UTC.`;
  if (ahead === null && !hasCivil(civil, zone)) {
    return `“${text}” did not exist in ${zone}, whose clocks skipped it.`;
  }
  const start = (
    ahead === null ? civilToInstant(civil, zone) : civilToInstant(civil, UTC) - ahead
  ) as Instant;
  const { year: yearAtPlace } = instantToCivil(start, zone);
  if (yearAtPlace < 1 || yearAtPlace > 9999)
    return `“${text}” lies outside of the years 1 to 9999 in ${zone}.`;
  return {
    start,
    end: (start + (second === undefined ? MINUTE : SECOND)) as Instant,
    precision: "minute",
  };
}

/** How far a clock with this ending, "Z" or "+09:00", is ahead of UTC, in milliseconds. */
export function toOffset(text: string): Milliseconds {
  if (text === "Z") return 0;
  const [hours = "0", minutes = "0"] = text.slice(1).split(":");
  return (text.startsWith("-") ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

function toYears(year: string, zone: Zone): Span {
  const unknown = year.length - year.indexOf("X");
  const first = Number(year.replaceAll("X", "0"));
  const precision = unknown === 1 ? "decade" : "century";
  // There is no year 0 for the first decade to begin with.
  return span(precision, [Math.max(1, first), 1, 1], [first + 10 ** unknown, 1, 1], zone);
}

// The standard leaves the months of a season open. They are the meteorologists' of the northern half: winter is
// December of its year to the end of February. Words never show these bounds, only "winter 2023".
function toSeason(year: number, season: number, zone: Zone): Span {
  const first = 3 + (season - 21) * 3;
  return span("season", [year, first, 1], [year, first + 3, 1], zone);
}

type CalendarDay = readonly [year: number, month: number, day: number];

function span(precision: Precision, start: CalendarDay, end: CalendarDay, zone: Zone): Span {
  return { start: toStart(start, zone), end: toStart(end, zone), precision };
}

// Months past 12 and days past the month's last run on into the next, as an exclusive end wants.
function toStart([year, month, day]: CalendarDay, zone: Zone): Instant {
  const runsOn = month > 12;
  const [y, m] = [runsOn ? year + 1 : year, runsOn ? month - 12 : month];
  return toDayStart(y, m, day, zone);
}
