import { toWorldPoint } from "@/core/geo/mercator";
import { CATEGORIES } from "@/core/record/vocabulary";
import { SYNTHETIC_DAYS, SYNTHETIC_START, toSyntheticEvents } from "@/scripts/generate-model";

/** Events as every contestant gets them: a column for each property, in the order of their starts. */
export type Columns = {
  readonly length: number;
  /** `[start, end)` in whole minutes since `SYNTHETIC_START`. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly lon: Float32Array;
  readonly lat: Float32Array;
  /** Position on the canvas that shows the whole world, in CSS pixels. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Index in `CATEGORIES`. */
  readonly category: Uint8Array;
};

export const WIDTH = 1280;
export const HEIGHT = 700;
/** Of the map: the world is 1024 CSS pixels wide then, and fits. */
export const ZOOM = 2;
const WORLD = 256 * 2 ** ZOOM;

const MINUTE = 60_000;
const MINUTES = SYNTHETIC_DAYS * 1440;

/** What the benchmark's windows are dragged over, in the columns' minutes. */
export const EXTENT = MINUTES;

/** Makes `n` events of `seed`. Of two events that start in one minute the first yielded comes first. */
export function toColumns(n: number, seed: number): Columns {
  const made = allocate(n);
  let row = 0;
  for (const event of toSyntheticEvents(n, seed)) {
    const [x, y] = toWorldPoint(event.lon, event.lat);
    made.start[row] = (event.start - SYNTHETIC_START) / MINUTE;
    made.end[row] = (event.end - SYNTHETIC_START) / MINUTE;
    made.lon[row] = event.lon;
    made.lat[row] = event.lat;
    made.x[row] = (x - 0.5) * WORLD + WIDTH / 2;
    made.y[row] = (y - 0.5) * WORLD + HEIGHT / 2;
    made.category[row] = CATEGORIES.indexOf(event.category);
    row += 1;
  }
  return reorder(made, toOrder(made.start));
}

/** The rows in the order of a column of minutes, which counting finds in two passes, however many there are. */
export function toOrder(minutes: Int32Array): Uint32Array {
  const least = minutes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = minutes.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const order = new Uint32Array(minutes.length);
  if (order.length === 0) return order;
  const next = new Uint32Array(most - least + 2);
  for (const minute of minutes) next[minute - least + 1] = (next[minute - least + 1] as number) + 1;
  for (let key = 1; key < next.length; key += 1)
    next[key] = (next[key] as number) + (next[key - 1] as number);
  for (const [row, minute] of minutes.entries()) {
    const place = next[minute - least] as number;
    order[place] = row;
    next[minute - least] = place + 1;
  }
  return order;
}

/** How many of the sorted values are less than `value`. */
export function countBelow(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function allocate(length: number): Columns {
  return {
    length,
    start: new Int32Array(length),
    end: new Int32Array(length),
    lon: new Float32Array(length),
    lat: new Float32Array(length),
    x: new Float32Array(length),
    y: new Float32Array(length),
    category: new Uint8Array(length),
  };
}

function reorder(columns: Columns, order: Uint32Array): Columns {
  const sorted = allocate(columns.length);
  for (const key of ["start", "end", "lon", "lat", "x", "y", "category"] as const) {
    const [from, to] = [columns[key], sorted[key]];
    for (const [place, row] of order.entries()) to[place] = from[row] as number;
  }
  return sorted;
}
