import { CATEGORIES } from "../record/vocabulary";
import { FIRST_INSTANT, LAST_INSTANT, toRange } from "../time/instant";
import type { CssPixels } from "../timeline/lanes";
import type { CellCounts, CellGroups, Crowd } from "./crowd";
import { ALL_CATEGORIES, createCounts } from "./crowd";

/** What is drawn of a level's groups, in arrays that are filled anew for each frame and never made again. */
export type Discs = {
  /** How many of the positions below hold a disc. */
  size: number;
  readonly groups: Int32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radii of three discs around one middle, by area: all in the window, what has begun, what the playhead is on. */
  readonly outer: Float32Array;
  readonly begun: Float32Array;
  readonly now: Float32Array;
  readonly counts: Int32Array;
  /** The position in CATEGORIES of the most frequent category. */
  readonly kinds: Uint8Array;
};

/** Where the view is: world units times `scale`, less the origin, are CSS pixels. */
export type DiscView = {
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
  readonly width: CssPixels;
  readonly height: CssPixels;
};

const KINDS = CATEGORIES.length;
// Cells are 32 pixels wide: the largest disc reaches a little beyond its own, the smallest can still be seen and hit.
export const LARGEST_RADIUS: CssPixels = 21;
const SMALLEST_RADIUS: CssPixels = 3;

/** Room for the groups in as many copies of the world as a wide screen shows. */
export function createDiscs({ size }: CellGroups, copies: number): Discs {
  const room = size * copies;
  return {
    size: 0,
    groups: new Int32Array(room),
    x: new Float32Array(room),
    y: new Float32Array(room),
    outer: new Float32Array(room),
    begun: new Float32Array(room),
    now: new Float32Array(room),
    counts: new Int32Array(room),
    kinds: new Uint8Array(room),
  };
}

/** The groups with the most events of all time first, so that small discs are drawn over large ones. */
export function orderGroups(crowd: Crowd, groups: CellGroups): Int32Array {
  const counts = createCounts(groups, KINDS);
  crowd.countCells(groups, toRange(FIRST_INSTANT, LAST_INSTANT), FIRST_INSTANT, ALL_CATEGORIES, counts);
  return Int32Array.from(groups.cells.keys()).sort((a, b) => toTotal(counts, b) - toTotal(counts, a));
}

/** The largest count of any group, which the largest disc stands for. */
export function locateLargest({ size }: CellGroups, counts: CellCounts): number {
  let largest = 0;
  for (let group = 0; group < size; group++) largest = Math.max(largest, toTotal(counts, group));
  return largest;
}

/** Fills `discs` with those that show in the view; `largest` is the count whose disc has the largest radius. */
export function layOutDiscs(
  groups: CellGroups,
  order: Int32Array,
  counts: CellCounts,
  largest: number,
  { scale, originX, originY, width, height }: DiscView,
  discs: Discs,
): void {
  const unit = LARGEST_RADIUS / Math.sqrt(Math.max(1, largest));
  const firstCopy = Math.floor((originX - LARGEST_RADIUS) / scale);
  const lastCopy = Math.floor((originX + width + LARGEST_RADIUS) / scale);
  let size = 0;
  for (let i = 0; i < order.length; i++) {
    const group = order[i] as number;
    const now = counts.now[group] as number;
    const begun = now + (counts.past[group] as number);
    const all = begun + (counts.future[group] as number);
    if (all === 0) continue;
    const y = (groups.y[group] as number) * scale - originY;
    if (y < -LARGEST_RADIUS || y > height + LARGEST_RADIUS) continue;
    const outer = Math.max(SMALLEST_RADIUS, unit * Math.sqrt(all));
    const kind = locateKind(counts.categories, group);
    for (let copy = firstCopy; copy <= lastCopy && size < discs.x.length; copy++) {
      const x = ((groups.x[group] as number) + copy) * scale - originX;
      if (x < -LARGEST_RADIUS || x > width + LARGEST_RADIUS) continue;
      discs.groups[size] = group;
      discs.x[size] = x;
      discs.y[size] = y;
      discs.outer[size] = outer;
      discs.begun[size] = outer * Math.sqrt(begun / all);
      discs.now[size] = outer * Math.sqrt(now / all);
      discs.counts[size] = all;
      discs.kinds[size] = kind;
      size++;
    }
  }
  discs.size = size;
}

/** The position of the topmost disc at a point, with a little room around small ones; −1 where there is none. */
export function hitDisc(discs: Discs, x: CssPixels, y: CssPixels): number {
  const reach = 4;
  for (let i = discs.size - 1; i >= 0; i--) {
    const [dx, dy] = [x - (discs.x[i] as number), y - (discs.y[i] as number)];
    const radius = (discs.outer[i] as number) + reach;
    if (dx * dx + dy * dy <= radius * radius) return i;
  }
  return -1;
}

/**
 * The level of cells for a zoom of the map: at `zoom + 3` a cell is 32 pixels wide. Between whole zooms the coarser
 * one is kept, so that cells are never smaller.
 */
export function toCellLevel(zoom: number): number {
  return Math.max(0, Math.floor(zoom) + 3);
}

function toTotal({ past, now, future }: CellCounts, group: number): number {
  return (past[group] ?? 0) + (now[group] ?? 0) + (future[group] ?? 0);
}

function locateKind(categories: Int32Array, group: number): number {
  let best = 0;
  let most = -1;
  for (let kind = 0; kind < KINDS; kind++) {
    const count = categories[group * KINDS + kind] as number;
    if (count > most) [best, most] = [kind, count];
  }
  return best;
}
