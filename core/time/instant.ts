/** A point in time: milliseconds since 1970-01-01T00:00Z, proleptic Gregorian calendar, no leap seconds. */
export type Instant = number & { readonly __brand: "Instant" };

/** Length of a stretch of time in milliseconds. */
export type Milliseconds = number;

export const SECOND: Milliseconds = 1000;
export const MINUTE: Milliseconds = 60 * SECOND;
export const HOUR: Milliseconds = 60 * MINUTE;
export const DAY: Milliseconds = 24 * HOUR;

// The instants that the years 1 to 9999 can reach in zones from −12 to +14, with a day to spare. `Date.UTC` takes the
// year 1 for 1901; 400 years are a whole number of days, so counting back from 2001 is exact.
export const FIRST_INSTANT = (Date.UTC(2001, 0, 1) - 5 * 146_097 * DAY - 2 * DAY) as Instant;
export const LAST_INSTANT = (Date.UTC(10000, 0, 1) + 2 * DAY) as Instant;

/** Checks that `milliseconds` is a whole number inside the supported calendar; throws a RangeError that names it if not. */
export function toInstant(milliseconds: number): Instant {
  if (!Number.isInteger(milliseconds) || milliseconds < FIRST_INSTANT || milliseconds > LAST_INSTANT) {
    throw new RangeError(`Instant ${milliseconds}: expected whole milliseconds within the years 1 to 9999.`);
  }
  return milliseconds as Instant;
}

/** Half-open stretch of time `[start, end)`. */
export type Range = { readonly start: Instant; readonly end: Instant };

/** The only way to make a Range; throws a RangeError if it would be empty or reversed. */
export function toRange(start: Instant, end: Instant): Range {
  if (!(start < end)) throw new RangeError(`Range ${start}–${end}: the start must come before the end.`);
  return { start, end };
}
