import { parseDay } from "../time/day";
import { parseWhen } from "../time/edtf";
import { UTC } from "../time/zone";

/** Which of two numbers is the day: 3/4/2022 is 3 April (`dmy`) or 4 March (`mdy`). */
export const DATE_ORDERS = ["dmy", "mdy"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export type DateCell = { readonly edtf: string } | { readonly reason: string };

/**
 * Reads a date as sheets and programs write it, as precisely as it is written: EDTF, ISO 8601, "24 February 2022",
 * "Feb 24, 2022", "February 2022", 24/2/2022, each with or without a time. Midnight is how programs write that they
 * know no time, and gives the day. What could be read in two ways, or lies before the year 1, is refused with the reason.
 */
export function parseDateCell(cell: string, order: DateOrder | null): DateCell {
  const text = cell.trim();
  // A date that is only a date is what most rows have.
  if (text.length === 10 && parseDay(text) !== null) return { edtf: text };
  if (text.length > LONGEST) return { reason: `The date is longer than ${LONGEST} characters.` };
  if (BEFORE_CHRIST.test(text))
    return { reason: `“${text}” lies before the year 1; dates BCE are not supported.` };
  const [, year = "", next = ""] = TWO_YEARS.exec(text) ?? [];
  if (year !== "" && (Number(year) + 1) % 100 === Number(next)) {
    return {
      reason: `“${text}” could be two years or, in EDTF, a season: write ${year}/${Number(year) + 1} for the years.`,
    };
  }
  return parseTimestamp(text) ?? parseWords(text) ?? parseNumbers(text, order) ?? parseAsEdtf(text);
}

/** The dates from begin to end: the begin alone where they are the same or there is no end. */
export function toInterval(begin: string, end: string | null): DateCell {
  if (end === null || begin === end) return { edtf: begin };
  if (begin.includes("/") || end.includes("/"))
    return { reason: `“${begin}” and “${end}” are not two single dates.` };
  return parseAsEdtf(`${begin}/${end}`);
}

/** EDTF and nothing else. */
export function parseAsEdtf(text: string): DateCell {
  const result = parseWhen(text, UTC);
  return result.ok ? { edtf: result.when.edtf } : { reason: result.reason };
}

const LONGEST = 64;
const BEFORE_CHRIST = /\b(?:BCE?|B\.C\.(?:E\.)?)$|^-\d{4}/i;
const TWO_YEARS = /^(\d{4})-(2[1-4])$/;
const TIMESTAMP =
  /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(?:UTC|(Z|[+-]\d{2}(?::?\d{2})?))?)?$/;

function parseTimestamp(text: string): DateCell | null {
  const match = TIMESTAMP.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute = "", second, offset = text.endsWith("UTC") ? "Z" : ""] = match;
  return toMoment(`${year}-${month}-${day}`, hour, minute, second, offset);
}

const CLOCK = String.raw`(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?([AaPp]\.?[Mm]\.?)?)?`;
const WEEKDAY = String.raw`(?:[A-Za-z]{3,9}\.?,?\s+)?`;
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})${CLOCK}$`,
);
const MONTH_FIRST = new RegExp(
  String.raw`^${WEEKDAY}([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${CLOCK}$`,
);
const MONTH_ONLY = /^([A-Za-z]{3,9})\.?,?[ -](\d{4})$/;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAMES =
  /^(?:january|february|march|april|may|june|july|august|september|sept|october|november|december)$/;

function parseWords(text: string): DateCell | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const [, day = "", month = "", year = "", ...clock] = dayFirst;
    return toNamedDay(text, year, month, day, clock);
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) {
    const [, month = "", day = "", year = "", ...clock] = monthFirst;
    return toNamedDay(text, year, month, day, clock);
  }
  const [, month = "", year = ""] = MONTH_ONLY.exec(text) ?? [];
  const number = toMonth(month);
  return number === null ? null : parseAsEdtf(`${year}-${pad(number)}`);
}

function toNamedDay(text: string, year: string, month: string, day: string, clock: Clock): DateCell {
  const number = toMonth(month);
  if (number === null) return { reason: `“${text}” names no month.` };
  return toClocked(`${year}-${pad(number)}-${day.padStart(2, "0")}`, clock);
}

function toMonth(name: string): number | null {
  const lower = name.toLowerCase();
  const at = MONTHS.indexOf(lower.slice(0, 3));
  return at === -1 || (lower.length > 3 && !MONTH_NAMES.test(lower)) ? null : at + 1;
}

const NUMBERS = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${CLOCK}$`);

function parseNumbers(text: string, order: DateOrder | null): DateCell | null {
  const match = NUMBERS.exec(text);
  if (!match) return null;
  const [, first = "", separator, second = "", year = "", ...clock] = match;
  if (year.length === 2) return { reason: `“${text}” does not say of which century the year is.` };
  const read = order ?? guessOrder(Number(first), Number(second), separator === ".");
  if (read === null) {
    return { reason: `“${text}” could be day or month first: say which by the order of dates.` };
  }
  const [day, month] = read === "dmy" ? [first, second] : [second, first];
  // EDTF would take 21 to 24 for seasons.
  if (Number(month) > 12) return { reason: `“${text}” has no month ${month}.` };
  return toClocked(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`, clock);
}

// With points, the day comes first wherever dates are written so.
function guessOrder(first: number, second: number, hasPoints: boolean): DateOrder | null {
  if (hasPoints || first > 12 || first === second) return "dmy";
  return second > 12 ? "mdy" : null;
}

type Clock = readonly (string | undefined)[];

function toClocked(day: string, [hour, minute = "", second, half]: Clock): DateCell {
  if (hour === undefined || half === undefined) return toMoment(day, hour, minute, second, "");
  const number = Number(hour);
  if (number < 1 || number > 12) return { reason: `“${hour}:${minute} ${half}” is not a time of the day.` };
  const isAfternoon = half.toLowerCase().startsWith("p");
  // With only twelve hours, midnight is no default of a program but 12:00 AM all the same.
  return toMoment(day, String((number % 12) + (isAfternoon ? 12 : 0)), minute, second, "");
}

function toMoment(
  day: string,
  hour: string | undefined,
  minute: string,
  second: string | undefined,
  offset: string,
): DateCell {
  if (hour === undefined || (Number(hour) === 0 && Number(minute) === 0 && Number(second ?? 0) === 0)) {
    return parseAsEdtf(day);
  }
  const clock = `${hour.padStart(2, "0")}:${minute}${second === undefined ? "" : `:${second}`}`;
  // EDTF wants the colon that "+0100" lacks.
  const ahead = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
  return parseAsEdtf(`${day}T${clock}${ahead}`);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
