import { CATEGORIES, type Category } from "../record/vocabulary";
import type { Cube } from "./cube";

/** Events that begin and end in one bin, by column; `bin` counts from 1970, `null` is before all. */
export type Bin = {
  readonly bin: number | null;
  /** Of each column: `cell * CATEGORIES.length` + the position of its category. */
  readonly keys: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** A cell and category that has events, and the middle of its places in world units. */
export type Column = {
  readonly cell: number;
  readonly category: Category;
  readonly x: number;
  readonly y: number;
};

/** How a cube divides time: bins of `binDays`, from the one of day `first` to the one of day `last`, since 1970. */
export type Division = {
  readonly level: number;
  readonly binDays: number;
  readonly first: number;
  readonly last: number;
};

/** Sums bins up into a cube; columns must be sorted by cell, and every bin have its column. */
export function buildCube(
  { level, binDays, first, last }: Division,
  columns: readonly Column[],
  bins: readonly Bin[],
): Cube {
  const firstBin = Math.floor(first / binDays);
  const edges = Math.floor(last / binDays) - firstBin + 2;
  const size = columns.length;
  const startsBefore = new Int32Array(edges * size);
  const endsBy = new Int32Array(edges * size);
  const positions = new Map(columns.map(({ cell, category }, at) => [toKey(cell, category), at]));
  for (const { bin, keys, starts, ends } of bins) {
    // What begins in a bin has begun before the edge at its end.
    const row = (bin === null ? 0 : bin - firstBin + 1) * size;
    for (let i = 0; i < keys.length; i++) {
      const column = positions.get(keys[i] as number);
      if (column === undefined) throw new Error(`Cube: there is no column ${keys[i]}.`);
      startsBefore[row + column] = (startsBefore[row + column] as number) + (starts[i] as number);
      endsBy[row + column] = (endsBy[row + column] as number) + (ends[i] as number);
    }
  }
  for (let at = size; at < startsBefore.length; at++) {
    startsBefore[at] = (startsBefore[at] as number) + (startsBefore[at - size] as number);
    endsBy[at] = (endsBy[at] as number) + (endsBy[at - size] as number);
  }
  return {
    firstEdge: firstBin * binDays,
    binDays,
    edges,
    level,
    cells: Int32Array.from(columns, ({ cell }) => cell),
    categories: Uint8Array.from(columns, ({ category }) => CATEGORIES.indexOf(category)),
    x: Int32Array.from(columns, ({ x }) => x),
    y: Int32Array.from(columns, ({ y }) => y),
    startsBefore,
    endsBy,
  };
}

/** The key of a column in a bin. */
export function toKey(cell: number, category: Category): number {
  return cell * CATEGORIES.length + CATEGORIES.indexOf(category);
}
