import { toYearRule } from "./absolute-rules";
import { addDays, type Day, dayToParts } from "./day";
import { toMonthName } from "./names";
import { mondayOf, monthAfter, toMonthText, toYearText } from "./steps";
import {
  COUNT,
  MONTH,
  ORDINAL,
  SEASON,
  toCount,
  toMonthNumber,
  toOrdinal,
  toSeasonNumber,
  YEAR,
} from "./time-names";
import { type Reading, type Reckoning, type TimeRule, toTimeRule } from "./time-rule";

const WHICH = "(?<which>last|next|this|past|coming)";
// A bare "May" is a verb or a name, and 2000 the number of something, unless such a word stands before it.
const AFTER_PREPOSITION =
  "(?<=^(?=\\S+$)|\\b(?:in|during|of|since|until|till|by|before|after|from|to|through|and|between|early|mid|late|circa|c\\.|around)[\\s-]|\\p{Ll}\\s?[–—]\\s?|\\()";
const NUMBER_OF =
  "(?!\\s+(?:(?:to|or|and)\\s+[\\d.,]+\\s+)?(?:\\p{Ll}+\\s+)?(?:people|troops|men|women|soldiers|dollars|euros|miles|kilomet|tons|tonnes|police|UTC|GMT))";
// What is left of "31 April 2023" is no April.
const NOT_A_DAY = "(?<!\\d(?:st|nd|rd|th)?\\s+(?:of\\s+)?)";

/** Weeks, months, seasons and years: what may lie anywhere in them is written as the whole of them. */
export const SPAN_RULES: readonly TimeRule[] = [
  toTimeRule(`${WHICH}\\s+week`, readWeek),
  toTimeRule(`(?:(?:over|at|on|during)\\s+)?(?:the|${WHICH})\\s+weekend`, readWeekend),
  toTimeRule(`${WHICH}\\s+month`, readMonthOf),
  toTimeRule(`${WHICH}\\s+year`, readYearOf),
  toTimeRule(`${WHICH}\\s+${MONTH}`, readWhichMonth),
  toTimeRule(`${MONTH}\\s+(?:of\\s+)?${WHICH}\\s+year`, readMonthOfYear),
  toTimeRule(`${NOT_A_DAY}${MONTH}(?:,|\\s+of)?\\s+${YEAR}`, ({ month = "", year = "" }) =>
    asWritten(toMonthText(Number(year), toMonthNumber(month))),
  ),
  toTimeRule(`${NOT_A_DAY}${AFTER_PREPOSITION}${MONTH}(?!\\s+\\d|['’]s)`, ({ month = "" }, from) =>
    readWhichMonth({ month }, from),
  ),
  toTimeRule(
    `(?:the\\s+)?${SEASON}(?:\\s+of)?,?\\s+${YEAR}(?:\\s?[-–/]\\s?\\d{2,4})?`,
    ({ season = "", year = "" }) => asWritten(`${year}-${toSeasonNumber(season)}`),
  ),
  toTimeRule(`${WHICH}\\s+${SEASON}|(?:in|during)\\s+the\\s+${SEASON.replace("season", "bare")}`, readSeason),
  toTimeRule(`${AFTER_PREPOSITION}${YEAR}${NUMBER_OF}(?!-\\d|\\.\\d)`, ({ year = "" }) => asWritten(year)),
  toTimeRule(`${YEAR}\\s?[-–]\\s?(?<last>[12]\\d{3})${NUMBER_OF}(?!-)`, ({ year = "", last = "" }) =>
    year < last ? asWritten(`${year}/${last}`) : null,
  ),
  toTimeRule(`the\\s+year\\s+${YEAR}`, ({ year = "" }) => asWritten(year)),
  toTimeRule("the\\s+(?<decade>[12]\\d[1-9]0)['’]?s", ({ decade = "" }) =>
    asWritten(`${decade.slice(0, 3)}X`),
  ),
  toTimeRule("the\\s+['’]?(?<short>[1-9]0)s", ({ short = "" }, from) => readShortDecade(short, from)),
  toTimeRule(`the\\s+${ORDINAL}[\\s-]century`, ({ ordinal = "" }) => {
    const century = toOrdinal(ordinal);
    return century >= 2 && century <= 100 ? asWritten(`${String(century - 1).padStart(2, "0")}XX`) : null;
  }),
  toTimeRule(`${COUNT}\\s+(?<unit>week|month|year)s?\\s+ago`, readAgo),
  toTimeRule(`in\\s+${COUNT}\\s+(?<unit>week|month|year)s?(?:['’]\\s+time)?`, readIn),
  toTimeRule(
    `(?:in|over|during|for|within)\\s+the\\s+(?:last|past)\\s+(?:${COUNT}\\s+)?(?<unit>day|week|month|year)s?`,
    readLast,
  ),
];

type Groups = Readonly<Record<string, string | undefined>>;

const STEPS: Record<string, number> = { last: -1, past: -1, this: 0, next: 1, coming: 1 };
const SIDES: Record<string, string> = { "-1": "before", "1": "after" };

function toStep(which = ""): number {
  return STEPS[which.toLowerCase()] ?? 0;
}

function toRule(step: number, unit: string): string {
  return step === 0 ? `the report’s ${unit}` : `the ${unit} ${SIDES[step]} the report’s`;
}

// Some time between two days, and not from the one to the other: both ends are vague.
function within(first: Day, last: Day): string {
  return first === last ? first : `${first}~/${last}~`;
}

function readWeek({ which }: Groups, { publishedOn }: Reckoning): Reading {
  const step = toStep(which);
  const monday = addDays(mondayOf(publishedOn), step * 7);
  const sunday = addDays(monday, 6);
  const rule = `a day of ${toRule(step, "week")}`;
  return { edtf: within(monday, sunday), rule };
}

function readWeekend({ which }: Groups, { publishedOn, direction }: Reckoning): Reading {
  const saturday = addDays(mondayOf(publishedOn), 5);
  const isOver = publishedOn < saturday;
  const step = which === undefined ? Number(direction !== "ahead" && isOver) * -1 : toStep(which);
  // On a Monday, "last weekend" was two days ago; on a Sunday it was a week ago.
  const shift = which !== undefined && step === -1 && !isOver ? -1 : step;
  const first = addDays(saturday, shift * 7);
  return {
    edtf: within(first, addDays(first, 1)),
    rule: `Saturday or Sunday of ${toRule(Math.sign(shift), "week")}`,
  };
}

function readMonthOf({ which }: Groups, { publishedOn }: Reckoning): Reading {
  const step = toStep(which);
  return { edtf: monthAfter(publishedOn, step), rule: toRule(step, "month") };
}

function readYearOf({ which }: Groups, { publishedOn }: Reckoning): Reading {
  const step = toStep(which);
  return { edtf: toYearText(dayToParts(publishedOn).year + step), rule: toRule(step, "year") };
}

function readWhichMonth({ which, month = "" }: Groups, { publishedOn, direction }: Reckoning): Reading {
  const parts = dayToParts(publishedOn);
  const ahead = (toMonthNumber(month) - parts.month + 12) % 12;
  const name = toMonthName(toMonthNumber(month));
  const step = which === undefined ? null : toStep(which);
  if (step === 0) return toMonthReading(name, publishedOn, toMonthNumber(month) - parts.month);
  if (step === 1 || (step === null && direction === "ahead")) {
    return toMonthReading(name, publishedOn, step === 1 ? ahead || 12 : ahead);
  }
  const isSoon = step === null && direction === null && ahead > 0 && ahead <= 3;
  if (ahead === 0) return toMonthReading(name, publishedOn, step === null ? 0 : -12);
  return toMonthReading(name, publishedOn, isSoon ? ahead : ahead - 12);
}

function toMonthReading(name: string, publishedOn: Day, count: number): Reading {
  const edtf = monthAfter(publishedOn, count);
  return { edtf, rule: `${name} of ${toYearRule(Number(edtf.slice(0, 4)), publishedOn)}` };
}

function readMonthOfYear({ month = "", which }: Groups, { publishedOn }: Reckoning): Reading {
  const year = dayToParts(publishedOn).year + toStep(which);
  const number = toMonthNumber(month);
  return {
    edtf: toMonthText(year, number),
    rule: `${toMonthName(number)} of ${toYearRule(year, publishedOn)}`,
  };
}

function readSeason({ which, season, bare }: Groups, { publishedOn, direction }: Reckoning): Reading {
  const name = (season ?? bare ?? "").toLowerCase();
  const number = Number(toSeasonNumber(name));
  const { year, month } = dayToParts(publishedOn);
  // Months since the season last began; winter begins in December.
  const begun = (month - (number - 20) * 3 + 12) % 12;
  const latest = month < (number - 20) * 3 ? year - 1 : year;
  const isNow = begun < 3;
  const step = which === undefined ? Number(direction === "ahead" && !isNow) : toStep(which);
  const shift =
    step === -1 ? -Number(isNow) : step === 1 || (step === 0 && which !== undefined && !isNow) ? 1 : 0;
  return {
    edtf: `${toYearText(latest + shift)}-${number}`,
    rule: `${name}, ${toSide(isNow, shift)} the report’s date`,
  };
}

function toSide(isNow: boolean, shift: number): string {
  if (shift === 1) return "after";
  return isNow && shift === 0 ? "at" : "before";
}

function readShortDecade(short: string, { publishedOn }: Reckoning): Reading {
  const { year } = dayToParts(publishedOn);
  const century = Math.floor((year - Number(short)) / 100);
  return { edtf: `${century}${short.charAt(0)}X`, rule: `the last ’${short}s before the report’s date` };
}

function readAgo({ count = "", unit = "" }: Groups, from: Reckoning): Reading {
  return moveBy(-toCount(count), unit, from);
}

function readIn({ count = "", unit = "" }: Groups, from: Reckoning): Reading {
  return moveBy(toCount(count), unit, from);
}

// "A week ago" is seldom the day: what is counted in weeks is about right, and so are months.
function moveBy(count: number, unit: string, { publishedOn }: Reckoning): Reading {
  const amount = Math.abs(count);
  const rule = `${amount} ${unit.toLowerCase()}${amount === 1 ? "" : "s"} ${count < 0 ? "before" : "after"} the report’s date`;
  if (unit.toLowerCase() === "week") return { edtf: `${addDays(publishedOn, count * 7)}~`, rule };
  if (unit.toLowerCase() === "month") return { edtf: `${monthAfter(publishedOn, count)}~`, rule };
  return { edtf: `${toYearText(dayToParts(publishedOn).year + count)}~`, rule };
}

function readLast({ count, unit = "" }: Groups, from: Reckoning): Reading {
  const amount = count === undefined ? 1 : toCount(count);
  const name = unit.toLowerCase();
  const begin =
    name === "day" ? addDays(from.publishedOn, -amount) : moveBy(-amount, name, from).edtf.replace("~", "");
  const end = from.publishedOn.slice(0, begin.length);
  return {
    edtf: `${begin}~/${end}`,
    rule: `the ${amount} ${name}${amount === 1 ? "" : "s"} before the report’s date`,
  };
}

function asWritten(edtf: string): Reading {
  return { edtf, rule: "the date as written", isAbsolute: true };
}
