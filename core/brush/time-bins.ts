import { CATEGORIES } from "../record/vocabulary";
import type { Instant, Milliseconds, Range } from "../time/instant";
import type { CssPixels } from "../timeline/lanes";
import type { Crowd } from "./crowd";

/** Equal bins over a stretch of time. */
export type TimeBins = { readonly range: Range; readonly count: number; readonly width: Milliseconds };

const KINDS = CATEGORIES.length;
/** Narrower than this, a bin is a hairline. */
const NARROWEST: CssPixels = 3;

/**
 * The bins in which a window of `pixels` is drawn: at least 3 pixels and one bin of the crowd wide, and standing at
 * the same instants wherever the window is, so that nothing flickers while it is dragged. `origin` is any instant
 * that stays the same.
 */
export function toTimeBins(crowd: Crowd, window: Range, pixels: CssPixels, origin: Range): TimeBins {
  const finest = ((window.end - window.start) / Math.max(1, pixels)) * NARROWEST;
  const resolution = crowd.resolution === 0 ? 1 : crowd.resolution;
  const width = Math.max(1, Math.ceil(finest / resolution)) * resolution;
  const anchor = crowd.snap(origin).start;
  const first = Math.floor((window.start - anchor) / width);
  const last = Math.ceil((window.end - anchor) / width);
  return {
    range: { start: (anchor + first * width) as Instant, end: (anchor + last * width) as Instant },
    count: last - first,
    width,
  };
}

/** Counts by bin and category as counts by bin. */
export function sumKinds(counts: Int32Array): number[] {
  const sums: number[] = [];
  for (let at = 0; at < counts.length; at += KINDS) {
    let sum = 0;
    for (let kind = 0; kind < KINDS; kind++) sum += counts[at + kind] ?? 0;
    sums.push(sum);
  }
  return sums;
}
