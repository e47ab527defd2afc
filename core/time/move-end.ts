import { parseWhen } from "./edtf";
import { toUnit, type Unit, unitAt } from "./edtf-units";
import type { Instant } from "./instant";
import type { When } from "./when";

/** The two ends of a date's bar. */
export type WhenEnd = "begin" | "end";

/** Where an end of a date's bar lies; `null` where it is open. */
export function locateEnd({ bounds }: When, end: WhenEnd): Instant | null {
  return end === "begin" ? bounds.beginEarliest : bounds.endLatest;
}

/**
 * The date with an end of its bar taken to an instant, or as near to it as the precision of that end allows: a date
 * known to the month moves by months. Marks of doubt stay, and no end passes the other. It is `when` itself where
 * nothing changes, where that end is open, and beyond the years 1 to 9999.
 */
export function moveEnd(when: When, end: WhenEnd, to: Instant): When {
  const own = readEnds(when)?.[end];
  const inside = own ? unitAt(to, own.text, when.zone) : null;
  if (!own || !inside) return when;
  const { start, end: last } = inside.span;
  const isNearer = end === "begin" ? to - start <= last - to : last - to <= to - start;
  return replaceEnd(when, end, isNearer ? inside : neighbour(inside, end === "begin" ? 1 : -1, when));
}

/** As `moveEnd`, by so many units of that end's precision, earlier if negative. */
export function stepEnd(when: When, end: WhenEnd, steps: number): When {
  let unit: Unit | null = readEnds(when)?.[end] ?? null;
  for (let left = Math.abs(steps); left > 0 && unit; left--) {
    unit = neighbour(unit, steps < 0 ? -1 : 1, when) ?? unit;
  }
  return replaceEnd(when, end, unit);
}

function neighbour({ text, span }: Unit, direction: -1 | 1, { zone }: When): Unit | null {
  return unitAt((direction === 1 ? span.end : span.start - 1) as Instant, text, zone);
}

type Ends = Readonly<Record<WhenEnd, Unit | null>>;

function readEnds({ edtf, zone }: When): Ends {
  const [first = "", second = first] = edtf.split("/");
  return { begin: toUnit(first, zone), end: toUnit(second, zone) };
}

function replaceEnd(when: When, end: WhenEnd, wanted: Unit | null): When {
  const ends = readEnds(when);
  const unit = wanted && keepOrder(when, end, wanted, ends);
  const own = ends[end];
  if (!unit || !own || (unit.span.start === own.span.start && unit.span.end === own.span.end)) return when;
  const [first = "", second = first] = when.edtf.split("/");
  const [begin, last] = end === "begin" ? [unit.text, second] : [first, unit.text];
  const result = parseWhen(begin === last ? begin : `${begin}/${last}`, when.zone);
  return result.ok ? result.when : when;
}

/** The unit, or where it lies beyond the other end the last of its kind that does not. */
function keepOrder(when: When, end: WhenEnd, unit: Unit, ends: Ends): Unit | null {
  const other = ends[end === "begin" ? "end" : "begin"]?.span;
  if (!other) return unit;
  if (end === "begin") {
    return unit.span.start < other.end ? unit : unitAt((other.end - 1) as Instant, unit.text, when.zone);
  }
  return unit.span.end > other.start ? unit : unitAt(other.start, unit.text, when.zone);
}
