import { civilToInstant, hasCivil, instantToCivil, midnight, toDayStart, toWeekday } from "./civil";
import { DAY, HOUR, type Instant, MINUTE, type Milliseconds, type Range } from "./instant";
import { formatMonth, formatYear, toClock, toShortMonthName, toShortWeekdayName } from "./names";
import { type Civil, civilToMilliseconds, daysInMonth, millisecondsToCivil } from "./proleptic";
import type { Zone } from "./zone";

export type Tick = { readonly at: Instant; readonly label: string; readonly isWeekend: boolean };

/** An axis in two lines: `major` in steps of one unit, `context` only where what the steps belong to changes. */
export type AxisTicks = {
  readonly unit: TickUnit;
  readonly major: readonly Tick[];
  /** The first lies at or before the range's start, where the calendar reaches so far; years need no context. */
  readonly context: readonly Tick[];
};

export type TickUnit = "minute" | "hour" | "day" | "week" | "month" | "year";

type Step = { readonly unit: TickUnit; readonly count: number; readonly length: Milliseconds };

// The shortest that there are, so that no two ticks come closer than asked for.
const YEAR = 365 * DAY;

// Steps that divide what is above them, so that midnight, the first of the month and the round years always get one.
const STEPS: readonly Step[] = [
  { unit: "minute", count: 5, length: 5 * MINUTE },
  { unit: "minute", count: 15, length: 15 * MINUTE },
  { unit: "minute", count: 30, length: 30 * MINUTE },
  { unit: "hour", count: 1, length: HOUR },
  { unit: "hour", count: 3, length: 3 * HOUR },
  { unit: "hour", count: 6, length: 6 * HOUR },
  { unit: "hour", count: 12, length: 12 * HOUR },
  { unit: "day", count: 1, length: DAY },
  { unit: "day", count: 2, length: 2 * DAY },
  { unit: "week", count: 1, length: 7 * DAY },
  { unit: "month", count: 1, length: 28 * DAY },
  { unit: "month", count: 3, length: 90 * DAY },
  { unit: "month", count: 6, length: 181 * DAY },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map(
    (count): Step => ({ unit: "year", count, length: (startsAtOne(count) ? count - 1 : count) * YEAR }),
  ),
];

/**
 * The ticks of an axis of `width` pixels over `range` as the zone's calendar has them, at least `leastGap` pixels
 * apart, or an hour less where the clocks are put forward.
 */
export function layOutTicks(range: Range, zone: Zone, width: number, leastGap: number): AxisTicks {
  const shortest = ((range.end - range.start) / Math.max(1, width)) * leastGap;
  const step = STEPS[locateStep(shortest)] ?? LONGEST;
  const first = instantToCivil(range.start, zone);
  const last = instantToCivil(range.end, zone);
  const starts = STARTS[step.unit](first, last, step);
  const isTimed = step.unit === "minute" || step.unit === "hour";
  // An hour that the clocks skip gets no tick: its label would stand where they show another.
  const shown = isTimed ? starts.filter((civil) => hasCivil(civil, zone)) : starts;
  const major = toTicks(shown, zone, LABELS[step.unit], step.unit === "day").filter(
    ({ at }) => at >= range.start && at < range.end,
  );
  const outer = CONTEXTS[step.unit];
  if (!outer) return { unit: step.unit, major, context: [] };
  const contexts = toTicks(STARTS[outer.unit](first, last, ONE), zone, outer.label, false);
  const context = contexts.filter(
    ({ at }, i) => at < range.end && (contexts[i + 1]?.at ?? Number.POSITIVE_INFINITY) > range.start,
  );
  return { unit: step.unit, major, context };
}

function locateStep(shortest: Milliseconds): number {
  let [low, high] = [0, STEPS.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((STEPS[middle]?.length ?? 0) >= shortest) high = middle;
    else low = middle + 1;
  }
  return low;
}

const LONGEST: Step = { unit: "year", count: 5000, length: 4999 * YEAR };
const ONE: Step = { unit: "day", count: 1, length: DAY };

// Where the clocks skip or repeat an hour, two readings can be one instant or run backwards: each tick is later than
// the one before. A day that the zone skipped, as Samoa did, gets none.
function toTicks(
  starts: readonly Civil[],
  zone: Zone,
  label: (civil: Civil) => string,
  hasWeekends: boolean,
): Tick[] {
  const ticks: Tick[] = [];
  for (const civil of starts) {
    if (civil.year < 1 || civil.year > 9999) continue;
    const isDay = civil.hour === 0 && civil.minute === 0;
    const at = isDay ? toDayStart(civil.year, civil.month, civil.day, zone) : civilToInstant(civil, zone);
    const before = ticks.at(-1);
    if (before && at <= before.at) continue;
    if (isDay && instantToCivil(at, zone).day !== civil.day) continue;
    ticks.push({ at, label: label(civil), isWeekend: hasWeekends && toWeekday(civil) > 5 });
  }
  return ticks;
}

type ToStarts = (first: Civil, last: Civil, step: Step) => Civil[];

const STARTS: Record<TickUnit, ToStarts> = {
  minute: everyLength,
  hour: everyLength,
  day: everyDay,
  week: (first, last, step) =>
    everyDay(first, last, { ...step, count: 1 }, 7).filter((civil) => toWeekday(civil) === 1),
  month: everyMonth,
  year: everyYear,
};

function everyLength(first: Civil, last: Civil, { length }: Step): Civil[] {
  const start = Math.floor(civilToMilliseconds(first) / length) * length;
  const end = civilToMilliseconds(last);
  return Array.from({ length: Math.floor((end - start) / length) + 1 }, (_, i) =>
    millisecondsToCivil(start + i * length),
  );
}

function everyDay(first: Civil, last: Civil, { count }: Step, lead = 1): Civil[] {
  const start = civilToMilliseconds(midnight(first.year, first.month, first.day)) - lead * DAY;
  const days = Math.floor((civilToMilliseconds(last) - start) / DAY) + 1;
  return Array.from({ length: days }, (_, i) => millisecondsToCivil(start + i * DAY)).filter(
    // Steps of two days start anew on the first of the month, and leave out the 31st that would crowd it.
    ({ year, month, day }) => (day - 1) % count === 0 && daysInMonth(year, month) - day + 1 >= count,
  );
}

function everyMonth(first: Civil, last: Civil, { count }: Step): Civil[] {
  const start = Math.floor((first.year * 12 + first.month - 1) / count) * count;
  const end = last.year * 12 + last.month - 1;
  return Array.from({ length: Math.floor((end - start) / count) + 1 }, (_, i) => {
    const month = start + i * count;
    return midnight(Math.floor(month / 12), (month % 12) + 1, 1);
  });
}

function everyYear(first: Civil, last: Civil, { count }: Step): Civil[] {
  const start = Math.floor(first.year / count) * count;
  return Array.from({ length: Math.floor((last.year - start) / count) + 1 }, (_, i) =>
    midnight(start + i * count || (startsAtOne(count) ? 1 : 0), 1, 1),
  );
}

// There is no year 0 for a century to begin with; its tick goes to the year 1, unless the next would be too near.
function startsAtOne(count: number): boolean {
  return count >= 100;
}

const LABELS: Record<TickUnit, (civil: Civil) => string> = {
  minute: toClock,
  hour: toClock,
  day: (civil) => `${toShortWeekdayName(civil)} ${civil.day}`,
  week: ({ month, day }) => `${day} ${toShortMonthName(month)}`,
  month: ({ month }) => toShortMonthName(month),
  year: ({ year }) => formatYear(year),
};

const CONTEXTS: Record<TickUnit, { unit: TickUnit; label: (civil: Civil) => string } | null> = {
  minute: { unit: "day", label: ({ year, month, day }) => `${day} ${formatMonth(year, month)}` },
  hour: { unit: "day", label: ({ year, month, day }) => `${day} ${formatMonth(year, month)}` },
  day: { unit: "month", label: ({ year, month }) => formatMonth(year, month) },
  week: { unit: "year", label: ({ year }) => formatYear(year) },
  month: { unit: "year", label: ({ year }) => formatYear(year) },
  year: null,
};
