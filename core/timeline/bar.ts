import { HOUR, type Instant, type Range } from "../time/instant";
import type { When } from "../time/when";

/** A date as a bar: it may lie anywhere in `[start, end)`, and certainly lasted over `[solidStart, solidEnd)`. */
export type Bar = {
  readonly start: Instant;
  readonly end: Instant;
  /** Equal ends: nothing is certain, as with a date that is known to the year. */
  readonly solidStart: Instant;
  readonly solidEnd: Instant;
  readonly opensLeft: boolean;
  readonly opensRight: boolean;
};

// Sources speak in days. An end known to its day (25 hours where the clocks go back) is drawn sharp; only what is
// vaguer than that fades.
const SHARP = 25 * HOUR;

/** The bar of a date; open ends reach the ends of `extent`. */
export function toBar({ bounds, approximate, uncertain }: When, extent: Range): Bar {
  const { beginEarliest, beginLatest, endEarliest, endLatest } = bounds;
  const start = beginEarliest ?? earlier(extent.start, endEarliest ?? extent.start);
  const end = endLatest ?? later(extent.end, beginLatest ?? extent.end);
  const isVague = approximate || uncertain;
  const solidStart =
    beginEarliest !== null && beginLatest !== null && beginLatest - beginEarliest <= SHARP
      ? beginEarliest
      : (beginLatest ?? end);
  const solidEnd =
    endEarliest !== null && endLatest !== null && endLatest - endEarliest <= SHARP
      ? endLatest
      : (endEarliest ?? start);
  const isCertain = !isVague && solidStart < solidEnd;
  return {
    start,
    end,
    solidStart: isCertain ? solidStart : start,
    solidEnd: isCertain ? solidEnd : start,
    opensLeft: beginEarliest === null,
    opensRight: endLatest === null,
  };
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
