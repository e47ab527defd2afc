import type { Instant, Range } from "../time/instant";
import type { CssPixels } from "./lanes";

/** Where an instant lies on a strip of `width` that shows `window`; outside of it below 0 or above `width`. */
export function instantToCss(at: number, window: Range, width: CssPixels): CssPixels {
  return ((at - window.start) / (window.end - window.start)) * width;
}

/** The instant at a position of the strip, to the millisecond. */
export function cssToInstant(x: CssPixels, window: Range, width: CssPixels): Instant {
  return Math.round(window.start + (x / width) * (window.end - window.start)) as Instant;
}
