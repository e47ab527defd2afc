import { addDays } from "./day";
import { mondayOf, weekdayOf } from "./steps";
import { COUNT, ORDINAL, toCount, toFullWeekday, toOrdinal, toWeekdayNumber, WEEKDAY } from "./time-names";
import { type Reading, type Reckoning, type TimeRule, toTimeRule } from "./time-rule";

const PART_OF_DAY = "(?:\\s+(?:early\\s+|late\\s+)?(?:morning|afternoon|evening|night))?";

/** Days that are reckoned from the report's. */
export const DAY_RULES: readonly TimeRule[] = [
  toTimeRule("the day before yesterday", toMove(-2)),
  toTimeRule("the day after tomorrow", toMove(2)),
  toTimeRule(`yesterday${PART_OF_DAY}|last night`, toMove(-1)),
  toTimeRule(`tomorrow${PART_OF_DAY}`, toMove(1)),
  toTimeRule("today|tonight|this (?:morning|afternoon|evening)", toMove(0)),
  toTimeRule("overnight", (_, { publishedOn }) => ({
    edtf: `${addDays(publishedOn, -1)}/${publishedOn}`,
    rule: "the night before the report’s date",
  })),
  toTimeRule(`(?:(?<which>last|next|this|past|coming)\\s+)?${WEEKDAY}${PART_OF_DAY}`, readWeekday),
  toTimeRule(`${WEEKDAY}${PART_OF_DAY}\\s+(?:of\\s+)?(?<which>last|next|this)\\s+week`, readWeekdayOfWeek),
  toTimeRule(`(?<which>last|next|this)\\s+week(?:,|\\s+on)?\\s+${WEEKDAY}`, readWeekdayOfWeek),
  toTimeRule(`${COUNT}\\s+days?\\s+(?:ago|earlier this)`, ({ count = "" }, from) =>
    moveBy(-toCount(count), from),
  ),
  toTimeRule(
    `in\\s+${COUNT}\\s+days(?:['’]\\s+time)?|${COUNT.replace("count", "later")}\\s+days?\\s+from now`,
    ({ count, later }, from) => moveBy(toCount(count ?? later ?? ""), from),
  ),
  toTimeRule(`(?:(?:several|few|${COUNT})\\s+)?(?:hours?|minutes?) ago`, toMove(0)),
  toTimeRule(
    `for\\s+(?:the|an?)\\s+${ORDINAL}\\s+(?:(?:straight|consecutive|successive)\\s+)?(?:days?|nights?)(?:\\s+(?:in a row|running))?`,
    readDayInRow,
  ),
  toTimeRule(
    `(?:the|an?)\\s+${ORDINAL}\\s+(?:(?:straight|consecutive|successive)\\s+(?:day|night)|(?:day|night)\\s+(?:in a row|running))`,
    readDayInRow,
  ),
];

type Groups = Readonly<Record<string, string | undefined>>;

function toMove(count: number): TimeRule["read"] {
  return (_, from) => moveBy(count, from);
}

function moveBy(count: number, { publishedOn }: Reckoning): Reading {
  return { edtf: addDays(publishedOn, count), rule: toDistanceRule(count) };
}

function toDistanceRule(count: number): string {
  if (count === 0) return "the report’s date";
  const side = count < 0 ? "before" : "after";
  const distance = Math.abs(count);
  return distance === 1 ? `the day ${side} the report’s date` : `${distance} days ${side} the report’s date`;
}

function readWeekday({ which, weekday = "" }: Groups, from: Reckoning): Reading {
  const name = toFullWeekday(weekday);
  const ahead = (toWeekdayNumber(weekday) - weekdayOf(from.publishedOn) + 7) % 7;
  const word = which?.toLowerCase();
  const isStrict = word !== undefined && word !== "this";
  if (ahead === 0 && !isStrict) return { edtf: from.publishedOn, rule: `${name}, from the report’s date` };
  const isAhead = isStrict ? word === "next" || word === "coming" : from.direction === "ahead";
  return isAhead
    ? { edtf: addDays(from.publishedOn, ahead || 7), rule: `the ${name} after the report’s date` }
    : { edtf: addDays(from.publishedOn, ahead - 7), rule: `the ${name} before the report’s date` };
}

const WEEKS: Record<string, readonly [count: number, words: string]> = {
  last: [-7, "the week before the report’s"],
  this: [0, "the report’s week"],
  next: [7, "the week after the report’s"],
};

function readWeekdayOfWeek({ which = "", weekday = "" }: Groups, { publishedOn }: Reckoning): Reading {
  const [count, words] = WEEKS[which.toLowerCase()] ?? [0, ""];
  const day = addDays(mondayOf(publishedOn), count + toWeekdayNumber(weekday) - 1);
  return { edtf: day, rule: `${toFullWeekday(weekday)} of ${words}` };
}

function readDayInRow({ ordinal = "" }: Groups, { namedDay, publishedOn }: Reckoning): Reading | null {
  const count = toOrdinal(ordinal);
  if (count < 2) return null;
  const end = namedDay ?? publishedOn;
  const named = end === publishedOn ? "the report’s date" : "the day named";
  return { edtf: `${addDays(end, 1 - count)}/${end}`, rule: `${count} days that end with ${named}` };
}
