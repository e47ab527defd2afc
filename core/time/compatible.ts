import type { Instant, Range } from "./instant";
import type { Bounds, When } from "./when";

/** Whether two dates can be of one event: the stretches in which it may lie overlap. */
export function areCompatible(a: When, b: When): boolean {
  return beginOf(a.bounds) < endOf(b.bounds) && beginOf(b.bounds) < endOf(a.bounds);
}

/** Whether an event of these bounds may lie, at least in part, in the range. */
export function touches(bounds: Bounds, range: Range): boolean {
  return beginOf(bounds) < range.end && range.start < endOf(bounds);
}

/** By what events are ordered in time: their first known bound; `null` only where all are unknown. */
export function orderKey({ beginEarliest, endEarliest }: Bounds): Instant | null {
  return beginEarliest ?? endEarliest;
}

/** Time order: what has an open begin comes before what is known to begin there, the shorter first, the undated last. */
export function compareWhens(a: When | null, b: When | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [one, other] = [a.bounds, b.bounds];
  return (
    compare(orderKey(one), orderKey(other)) ||
    Number(one.beginEarliest !== null) - Number(other.beginEarliest !== null) ||
    compare(endOf(one), endOf(other))
  );
}

function beginOf({ beginEarliest }: Bounds): number {
  return beginEarliest ?? Number.NEGATIVE_INFINITY;
}

function endOf({ endLatest }: Bounds): number {
  return endLatest ?? Number.POSITIVE_INFINITY;
}

// A difference would not do: infinity less infinity is not a number.
function compare(a: number | null, b: number | null): number {
  const [one, other] = [a ?? Number.NEGATIVE_INFINITY, b ?? Number.NEGATIVE_INFINITY];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
