import type { Milliseconds, Range } from "../time/instant";

/** Bit `i` stands for the category at position `i` of CATEGORIES. */
export type CategoryMask = number;

/** Places that are counted as one at a level of cells, each drawn at the middle of the places in it. */
export type CellGroups = {
  readonly level: number;
  readonly size: number;
  /** The number of each cell at the level. */
  readonly cells: Int32Array;
  /** Web Mercator, 0 to 1 from west and from north. */
  readonly x: Float64Array;
  readonly y: Float64Array;
};

/** Events of each group that touch a window, as the playhead parts them; what has neither begun nor ended is to come. */
export type CellCounts = {
  /** Ended by the playhead. */
  readonly past: Int32Array;
  /** Begun, and not ended. */
  readonly now: Int32Array;
  readonly future: Int32Array;
  /** By group and category: `group * CATEGORIES.length + category`. */
  readonly categories: Int32Array;
};

/**
 * A dossier's dated events as numbers, which any window can be counted from within a frame. The panes do not know
 * whether there is a column for each event behind it or a cube of sums; both count what `touches` of core/time says.
 */
export interface Crowd {
  /** Events with a date, wherever the window is. */
  readonly size: number;
  /** The width of the bins that time is counted by; 0 counts to the millisecond. */
  readonly resolution: Milliseconds;
  /**
   * The window that is really counted: the same, or the next whole bins around it. At rest every pane counts this one.
   */
  readonly snap: (window: Range) => Range;
  /** The places at a level, or at the deepest level there is; the same object for the same level. */
  readonly groupCells: (level: number) => CellGroups;
  /** Counts into `out`, which was made by `createCounts` for these groups. */
  readonly countCells: (
    groups: CellGroups,
    window: Range,
    playhead: number,
    mask: CategoryMask,
    out: CellCounts,
  ) => void;
  /** Events that touch the window, with and without a place. */
  readonly countWindow: (window: Range, mask: CategoryMask) => { placed: number; unplaced: number };
  /** Events that begin in each of `bins` equal parts of the range, by category: `bin * CATEGORIES.length + category`. */
  readonly countBegins: (range: Range, bins: number, mask: CategoryMask) => Int32Array;
  /** Events that touch each of `bins` equal parts of the window, by category, as above. */
  readonly countTouching: (window: Range, bins: number, mask: CategoryMask) => Int32Array;
}

export const ALL_CATEGORIES: CategoryMask = -1;

export function createCounts({ size }: CellGroups, categories: number): CellCounts {
  return {
    past: new Int32Array(size),
    now: new Int32Array(size),
    future: new Int32Array(size),
    categories: new Int32Array(size * categories),
  };
}

export function clearCounts({ past, now, future, categories }: CellCounts): void {
  past.fill(0);
  now.fill(0);
  future.fill(0);
  categories.fill(0);
}
