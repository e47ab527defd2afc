import { type Day, parseDay } from "@/core/time/day";

/**
 * The one calendar day that a short text writes out: 2023-01-29 with or without a time, "29 January 2023" or
 * "Jan. 29, 2023". Of a moment it is the day in the zone in which it is written. `null` if there is none, or if the
 * order of its numbers would have to be guessed.
 */
export function locateDay(text: string): Day | null {
  const head = text.slice(0, LONGEST);
  const [, isoYear, isoMonth, isoDay] = ISO.exec(head) ?? [];
  if (isoYear) return toDay(isoYear, Number(isoMonth), isoDay);
  const [, firstDay, month, year] = DAY_FIRST.exec(head) ?? [];
  if (year) return toDay(year, toMonth(month), firstDay);
  const [, firstMonth, day, lastYear] = MONTH_FIRST.exec(head) ?? [];
  return lastYear ? toDay(lastYear, toMonth(firstMonth), day) : null;
}

const LONGEST = 200;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const ISO = /(?<!\d)(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/;
const DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+${MONTH}\.?,?\s+(\d{4})(?!\d)`,
  "i",
);
const MONTH_FIRST = new RegExp(String.raw`\b${MONTH}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)`, "i");

function toMonth(name = ""): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function toDay(year: string, month: number, day = ""): Day | null {
  return parseDay(`${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`);
}
