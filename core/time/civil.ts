import { DAY, type Instant, SECOND } from "./instant";
import { type Civil, civilToMilliseconds, millisecondsToCivil } from "./proleptic";
import { offsetAt, type Zone } from "./zone";

/** What calendar and clock show in a zone at an instant. */
export function instantToCivil(instant: Instant, zone: Zone): Civil {
  return millisecondsToCivil(instant + offsetAt(zone, instant));
}

/**
 * The instant at which calendar and clock of a zone show this. Where the clocks went back and show it twice, the
 * first; where they went forward and never showed it, as much later as they were put forward.
 */
export function civilToInstant(civil: Civil, zone: Zone): Instant {
  const local = civilToMilliseconds(civil);
  // No offset exceeds 16 hours, so these two lie on either side of any change of the clocks at hand.
  const before = offsetAt(zone, (local - DAY) as Instant);
  const after = offsetAt(zone, (local + DAY) as Instant);
  const candidates = [local - before, local - after].filter(
    (candidate) => candidate + offsetAt(zone, candidate as Instant) === local,
  );
  return (candidates.length > 0 ? Math.min(...candidates) : local - before) as Instant;
}

/**
 * The first instant of a calendar day in a zone: the earlier midnight of two, and the end of the gap where the clocks
 * skipped midnight. Of a day that the zone skipped altogether, the first instant of the next.
 */
export function toDayStart(year: number, month: number, day: number, zone: Zone): Instant {
  const start = midnight(year, month, day);
  const instant = civilToInstant(start, zone);
  const local = civilToMilliseconds(start);
  if (instant + offsetAt(zone, instant) === local) return instant;
  // The gap need not begin at midnight: Toronto went from 23:30 to 00:30 in 1919. Clocks change on whole seconds.
  let before = local - offsetAt(zone, (local + DAY) as Instant);
  let after: number = instant;
  while (after - before > SECOND) {
    const middle = Math.floor((before + after) / 2 / SECOND) * SECOND;
    if (middle + offsetAt(zone, middle as Instant) < local) before = middle;
    else after = middle;
  }
  return after as Instant;
}

/** Whether the zone's clocks ever showed this: they skip an hour in spring, and once skipped a day in Samoa. */
export function hasCivil(civil: Civil, zone: Zone): boolean {
  const instant = civilToInstant(civil, zone);
  return instant + offsetAt(zone, instant) === civilToMilliseconds(civil);
}

/** 1 Monday to 7 Sunday. */
export function toWeekday(civil: Civil): number {
  const dayNumber = Math.floor(civilToMilliseconds(civil) / DAY);
  // 1970-01-01 was a Thursday.
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** Midnight at the start of a day, to be placed in a zone. */
export function midnight(year: number, month: number, day: number): Civil {
  return { year, month, day, hour: 0, minute: 0, second: 0 };
}
