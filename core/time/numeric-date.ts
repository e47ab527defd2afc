import type { Day } from "./day";
import { partsToDayOrNull } from "./steps";

export type NumericDate =
  | { readonly ok: true; readonly day: Day }
  | { readonly ok: false; readonly reason: string };

/** Reads a date in numbers, its year last: 29/01/2023, 1/29/2023, 29.1.2023. What could be two days is refused. */
export function parseNumericDate(text: string): NumericDate {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!match) return { ok: false, reason: `“${text}” is no date.` };
  const [, first = "", separator, second = "", year = ""] = match;
  const [a, b] = [Number(first), Number(second)];
  if (separator !== "." && a !== b && a <= 12 && b <= 12) {
    return {
      ok: false,
      reason: `“${text}” could be day or month first: write the month as a word, or the date as YYYY-MM-DD.`,
    };
  }
  // With points, the day comes first wherever dates are written so.
  const isMonthFirst = separator !== "." && b > 12;
  const day = isMonthFirst ? partsToDayOrNull(Number(year), a, b) : partsToDayOrNull(Number(year), b, a);
  return day === null ? { ok: false, reason: `“${text}” is not a day of the calendar.` } : { ok: true, day };
}
