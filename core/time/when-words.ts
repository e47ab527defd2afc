import { instantToCivil } from "./civil";
import type { Instant } from "./instant";
import { formatDay, formatLongDay, formatMonth, formatYear, toClock, toMonthName } from "./names";
import type { Bounds, When } from "./when";

/** A date in English at the precision that is known, never finer: "Sunday 29 January 2023", "2022", "by 29 June 2022". */
export function whenToWords(when: When): string {
  const [first = "", second] = when.edtf.split("/");
  if (second === undefined) return toPhrase(first, when, "alone");
  const isOpenLeft = first === ".." || first === "";
  const isOpenRight = second === ".." || second === "";
  if (isOpenLeft) return `by ${toPhrase(second, when, "end")}`;
  if (isOpenRight) return `${toPhrase(first, when, "begin")} or later`;
  if (first === second) return toPhrase(first, when, "alone");
  const joined = joinEnds(first, second) ?? joinTimes(first, second, when);
  return joined ?? `${toPhrase(first, when, "begin")} – ${toPhrase(second, when, "end")}`;
}

const SEASONS: Record<string, string> = { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" };

type Role = "alone" | "begin" | "end";

function toPhrase(text: string, when: When, role: Role): string {
  const qualifier = /[?~%]$/.exec(text)?.[0] ?? "";
  const plain = text.slice(0, text.length - qualifier.length);
  const about = qualifier === "~" || qualifier === "%" ? "about " : "";
  const doubt = qualifier === "?" || qualifier === "%" ? " (uncertain)" : "";
  // A weekday would vouch for a day that the source only guesses.
  const isExact = role === "alone" && qualifier === "";
  return `${about}${toDateWords(plain, when, role, isExact)}${doubt}`;
}

function toDateWords(text: string, when: When, role: Role, isExact: boolean): string {
  if (text.includes("T")) return toTimeWords(when, role);
  const [year = "", month, day] = text.split("-");
  if (year.endsWith("X")) return toYearsWords(year, isExact);
  const y = Number(year);
  if (month === undefined) return formatYear(y);
  if (month === "XX") return `a ${day === undefined ? "month" : "day"} in ${formatYear(y)}`;
  const season = SEASONS[month];
  if (season) return `${season} ${formatYear(y)}`;
  if (day === undefined) return formatMonth(y, Number(month));
  if (day === "XX") return `a day in ${formatMonth(y, Number(month))}`;
  return (isExact ? formatLongDay : formatDay)(y, Number(month), Number(day));
}

// "The 1900s" could be the decade or the century, so a century is said with its first and last year.
function toYearsWords(text: string, isExact: boolean): string {
  const first = Math.max(1, Number(text.replaceAll("X", "0")));
  if (!text.endsWith("XX") && first >= 1000) return `the ${first}s`;
  const last = Number(text.replaceAll("X", "9"));
  return isExact
    ? `between ${formatYear(first)} and ${formatYear(last)}`
    : `the years ${formatYear(first)}–${last}`;
}

// A time with an offset of its own is shown on the clocks of the place.
function toTimeWords({ bounds, zone, edtf }: When, role: Role): string {
  const at = role === "end" ? lastOf(bounds) : bounds.beginEarliest;
  if (at === null) return edtf;
  const civil = instantToCivil(at, zone);
  return `${formatDay(civil.year, civil.month, civil.day)}, ${toClock(civil)}`;
}

function lastOf({ endLatest }: Bounds): Instant | null {
  return endLatest === null ? null : ((endLatest - 1) as Instant);
}

// "29 January 2023, 17:00–18:30", where both times are of one day at the place.
function joinTimes(first: string, second: string, { bounds, zone }: When): string | null {
  const [begin, end] = [bounds.beginEarliest, lastOf(bounds)];
  const areTimes = [first, second].every((text) => text.includes("T") && !/[?~%]$/.test(text));
  if (!areTimes || begin === null || end === null) return null;
  const [a, b] = [instantToCivil(begin, zone), instantToCivil(end, zone)];
  if (a.year !== b.year || a.month !== b.month || a.day !== b.day) return null;
  const clocks = toClock(a) === toClock(b) ? toClock(a) : `${toClock(a)}–${toClock(b)}`;
  return `${formatDay(a.year, a.month, a.day)}, ${clocks}`;
}

// "29–30 June 2022" rather than "29 June 2022 – 30 June 2022": what both ends share is said once.
function joinEnds(first: string, second: string): string | null {
  const pattern = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/;
  const [a, b] = [pattern.exec(first), pattern.exec(second)];
  if (!a || !b) return null;
  const [, year = "", month, day] = a;
  const [, otherYear = "", otherMonth, otherDay] = b;
  if (month === undefined && otherMonth === undefined)
    return `${formatYear(Number(year))}–${formatYear(Number(otherYear))}`;
  if (year !== otherYear || month === undefined || otherMonth === undefined) return null;
  const last = formatMonth(Number(otherYear), Number(otherMonth));
  if (day === undefined && otherDay === undefined) {
    return month === otherMonth ? last : `${toMonthName(Number(month))} – ${last}`;
  }
  if (day === undefined || otherDay === undefined) return null;
  if (month === otherMonth) return `${Number(day)}–${Number(otherDay)} ${last}`;
  return `${Number(day)} ${toMonthName(Number(month))} – ${Number(otherDay)} ${last}`;
}
