import type { Reading } from "../record/reading";
import type { Category } from "../record/vocabulary";
import type { Range } from "../time/instant";
import { toBar } from "./bar";
import type { CssPixels } from "./lanes";
import { instantToCss } from "./scale";

/** What a strip shows of a whole dossier: how many events fall in each bin, and the stretches of the vague ones. */
export type Density = {
  readonly binWidth: CssPixels;
  /** Events that can be told apart from their neighbours, by bin from left to right. */
  readonly counts: readonly number[];
  readonly largest: number;
  /** Events that may lie anywhere in a long stretch: a column would claim to know where. */
  readonly stretches: readonly {
    readonly left: CssPixels;
    readonly right: CssPixels;
    readonly category: Category;
  }[];
};

const BIN: CssPixels = 4;
// Longer than this many bins, an event is a stretch and not a column.
const LONGEST_COLUMN = 6;

/** Counts the readings over `extent` on a strip of `width`; the undated are left out. */
export function layOutDensity(readings: readonly Reading[], extent: Range, width: CssPixels): Density {
  const counts = Array.from({ length: Math.max(1, Math.ceil(width / BIN)) }, () => 0);
  const stretches: { left: CssPixels; right: CssPixels; category: Category }[] = [];
  for (const { when, event } of readings) {
    if (!when) continue;
    const bar = toBar(when, extent);
    const left = instantToCss(bar.start, extent, width);
    const right = instantToCss(bar.end, extent, width);
    if (right - left > LONGEST_COLUMN * BIN) {
      stretches.push({ left, right, category: event.category });
      continue;
    }
    const bin = Math.min(counts.length - 1, Math.max(0, Math.floor(left / BIN)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { binWidth: BIN, counts, largest: Math.max(0, ...counts), stretches };
}
