import type { Instant } from "./instant";
import type { Zone } from "./zone";

/**
 * The four instants that an EDTF string implies, each half-open:
 * the event begins in `[beginEarliest, beginLatest)` and ends in `[endEarliest, endLatest)`.
 * `null` is unbounded: an open or unknown end of an interval.
 * Where all are known: beginEarliest ≤ endEarliest, beginLatest ≤ endLatest, beginEarliest < beginLatest, endEarliest < endLatest.
 */
export type Bounds = {
  readonly beginEarliest: Instant | null;
  readonly beginLatest: Instant | null;
  readonly endEarliest: Instant | null;
  readonly endLatest: Instant | null;
};

/** The finest calendar unit that the string states at its coarser end. */
export const PRECISIONS = [
  "minute",
  "hour",
  "day",
  "month",
  "season",
  "year",
  "decade",
  "century",
  "millennium",
] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A date as its source knows it: an EDTF string (ISO 8601-2, levels 0 and 1) read in the place's zone. */
export type When = {
  readonly edtf: string;
  readonly zone: Zone;
  readonly bounds: Bounds;
  readonly precision: Precision;
  /** `~` or `%`: circa. */
  readonly approximate: boolean;
  /** `?` or `%`: the source of the date is doubted. */
  readonly uncertain: boolean;
};
