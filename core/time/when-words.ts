import { instantToCivil } from "./civil";
import { formatDay, formatLongDay, formatMonth, formatYear, MONTHS, toClock } from "./names";
import type { When } from "./when";

/** A date in English at the precision that is known, never finer: "Sunday 29 January 2023", "2022", "by 29 June 2022". */
export function whenToWords(when: When): string {
  const [first = "", second] = when.edtf.split("/");
  if (second === undefined) return toPhrase(first, when, true);
  const isOpenLeft = first === ".." || first === "";
  const isOpenRight = second === ".." || second === "";
  if (isOpenLeft) return `by ${toPhrase(second, when, false)}`;
  if (isOpenRight) return `${toPhrase(first, when, false)} or later`;
  return joinEnds(first, second) ?? `${toPhrase(first, when, false)} – ${toPhrase(second, when, false)}`;
}

const SEASONS: Record<string, string> = { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" };

function toPhrase(text: string, when: When, isAlone: boolean): string {
  const qualifier = /[?~%]$/.exec(text)?.[0] ?? "";
  const plain = text.slice(0, text.length - qualifier.length);
  const about = qualifier === "~" || qualifier === "%" ? "about " : "";
  const doubt = qualifier === "?" || qualifier === "%" ? " (uncertain)" : "";
  return `${about}${describe(plain, when, isAlone)}${doubt}`;
}

function describe(text: string, when: When, isAlone: boolean): string {
  if (text.includes("T")) return describeTime(text, when);
  const [year = "", month, day] = text.split("-");
  if (year.endsWith("XX")) return `between ${Number(year.slice(0, 2)) * 100} and ${year.slice(0, 2)}99`;
  if (year.endsWith("X")) return `the ${Number(year.slice(0, 3)) * 10}s`;
  const y = Number(year);
  if (month === undefined) return formatYear(y);
  if (month === "XX") return `a ${day === undefined ? "month" : "day"} in ${formatYear(y)}`;
  const season = SEASONS[month];
  if (season) return `${season} ${formatYear(y)}`;
  if (day === undefined) return formatMonth(y, Number(month));
  if (day === "XX") return `a day in ${formatMonth(y, Number(month))}`;
  return (isAlone ? formatLongDay : formatDay)(y, Number(month), Number(day));
}

// A time with an offset of its own is shown on the clocks of the place.
function describeTime(text: string, { bounds, zone, edtf }: When): string {
  const at = edtf.startsWith(text) ? bounds.beginEarliest : bounds.endEarliest;
  if (at === null) return text;
  const civil = instantToCivil(at, zone);
  return `${formatDay(civil.year, civil.month, civil.day)}, ${toClock(civil)}`;
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
    return month === otherMonth ? last : `${MONTHS[Number(month) - 1]} – ${last}`;
  }
  if (day === undefined || otherDay === undefined) return null;
  if (month === otherMonth) return `${Number(day)}–${Number(otherDay)} ${last}`;
  return `${Number(day)} ${MONTHS[Number(month) - 1]} – ${Number(otherDay)} ${last}`;
}
