import { addDays, type Day, dayToParts } from "./day";
import { toMonthName } from "./names";
import { parseNumericDate } from "./numeric-date";
import { monthAfter, partsToDayOrNull, weekdayOf } from "./steps";
import { ANY_WEEKDAY, MONTH, toFullWeekday, toMonthNumber, toWeekdayNumber, YEAR } from "./time-names";
import { type Reading, type Reckoning, type TimeRule, toTimeRule } from "./time-rule";

const NTH = "(?:st|nd|rd|th)?";
const TO = "\\s?(?:–|—|-|/|to|and|until|through)\\s?";
const ON_WEEKDAY = `(?:${ANY_WEEKDAY}(?:,\\s*(?:the\\s+)?|\\s+\\(|\\s+the\\s+|\\s+))?`;
const OF_YEAR = `(?:(?:,|\\s+of)?\\s*(?:${YEAR}|(?<which>last|this|next)\\s+year))?`;

/** Days that are given by their number: "29–30 January", "January 18, 2023", "Monday (30 January)", "2023-01-30". */
export const ABSOLUTE_RULES: readonly TimeRule[] = [
  toTimeRule(`(?<day>\\d{1,2})${NTH}${TO}(?<last>\\d{1,2})${NTH}\\s+(?:of\\s+)?${MONTH}${OF_YEAR}`, readDays),
  toTimeRule(`${MONTH}\\s+(?<day>\\d{1,2})${NTH}${TO}(?<last>\\d{1,2})${NTH}${OF_YEAR}`, readDays),
  toTimeRule(`${ON_WEEKDAY}(?<day>\\d{1,2})${NTH}\\s+(?:of\\s+)?${MONTH}${OF_YEAR}`, readDay),
  toTimeRule(`${ON_WEEKDAY}${MONTH}\\s+(?:the\\s+)?(?<day>\\d{1,2})${NTH}${OF_YEAR}`, readDay),
  toTimeRule("(?<iso>\\d{4}-\\d{2}-\\d{2})", ({ iso = "" }) => asWritten(iso)),
  toTimeRule("(?<date>\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})", ({ date = "" }) => {
    const numeric = parseNumericDate(date);
    return numeric.ok ? asWritten(numeric.day) : null;
  }),
  // "The 18th century" and "the 18th summit" count something else.
  toTimeRule(
    "(?:on\\s+)?the\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)(?=\\s*(?:[.,;)]|$|of\\s+(?:this|last)\\s+month))",
    readDayOfMonth,
  ),
];

/** The day of this month and date that is nearest to the report's: on the side that the words point to, else before it. */
export function toNearestDay(month: number, day: number, { publishedOn, direction }: Reckoning): Day | null {
  const { year } = dayToParts(publishedOn);
  const days = [year - 1, year, year + 1]
    .map((y) => partsToDayOrNull(y, month, day))
    .filter((d) => d !== null);
  const before = days.findLast((candidate) => candidate <= publishedOn) ?? null;
  const after = days.find((candidate) => candidate >= publishedOn) ?? null;
  if (direction === "ahead") return after ?? before;
  if (before === null || after === null) return before;
  // Whatever the verbs say: who writes of a date almost a year ago gives the year, and of one in a few weeks does not.
  const soon = direction === "back" ? 60 : 90;
  return before < addDays(publishedOn, -LONG_AGO) && after <= addDays(publishedOn, soon) ? after : before;
}

const LONG_AGO = 275;

type Groups = Readonly<Record<string, string | undefined>>;

function readDay(
  { weekday, day = "", month = "", which, ...groups }: Groups,
  from: Reckoning,
): Reading | null {
  const year = groups.year ?? toYear(which, from);
  const found = toDay(toMonthNumber(month), Number(day), year, from);
  if (found === null) return null;
  const rule = toRule(`${Number(day)} `, found, year, from);
  if (weekday === undefined || toWeekdayNumber(weekday) === weekdayOf(found)) {
    return { edtf: found, rule, isAbsolute: year !== undefined };
  }
  return {
    edtf: `${found}?`,
    rule: `${rule}; that was no ${toFullWeekday(weekday)}`,
    isAbsolute: year !== undefined,
  };
}

function readDays({ day = "", last = "", month = "", year }: Groups, from: Reckoning): Reading | null {
  const end = toDay(toMonthNumber(month), Number(last), year, from);
  if (end === null || Number(day) >= Number(last)) return null;
  const parts = dayToParts(end);
  const begin = partsToDayOrNull(parts.year, parts.month, Number(day));
  return (
    begin && {
      edtf: `${begin}/${end}`,
      rule: toRule(`${Number(day)} to ${Number(last)} `, end, year, from),
      isAbsolute: year !== undefined,
    }
  );
}

const YEARS: Record<string, number> = { last: -1, this: 0, next: 1 };

function toYear(which: string | undefined, { publishedOn }: Reckoning): string | undefined {
  const count = YEARS[which?.toLowerCase() ?? ""];
  return count === undefined ? undefined : String(dayToParts(publishedOn).year + count);
}

function readDayOfMonth({ day = "" }: Groups, from: Reckoning): Reading | null {
  const months = from.direction === "ahead" ? [0, 1] : [0, -1];
  const days = months.map((count) => {
    const [year, month] = monthAfter(from.publishedOn, count).split("-").map(Number);
    return partsToDayOrNull(year ?? 0, month ?? 0, Number(day));
  });
  const isOnSide = (found: Day | null) =>
    found !== null && (from.direction === "ahead" ? found >= from.publishedOn : found <= from.publishedOn);
  const found = days.find(isOnSide);
  if (!found) return null;
  const side = from.direction === "ahead" ? "on or after" : "on or before";
  return { edtf: found, rule: `day ${Number(day)} of a month, ${side} the report’s date` };
}

function toDay(month: number, day: number, year: string | undefined, from: Reckoning): Day | null {
  return year === undefined ? toNearestDay(month, day, from) : partsToDayOrNull(Number(year), month, day);
}

function toRule(days: string, day: Day, year: string | undefined, { publishedOn }: Reckoning): string {
  if (year !== undefined) return AS_WRITTEN;
  const parts = dayToParts(day);
  return `${days}${toMonthName(parts.month)} of ${toYearRule(parts.year, publishedOn)}`;
}

/** "the report’s year", or one beside it. */
export function toYearRule(year: number, publishedOn: Day): string {
  const count = year - dayToParts(publishedOn).year;
  if (count === 0) return "the report’s year";
  return count < 0 ? "the year before the report’s" : "the year after the report’s";
}

export const AS_WRITTEN = "the date as written";

function asWritten(edtf: string): Reading {
  return { edtf, rule: AS_WRITTEN, isAbsolute: true };
}
