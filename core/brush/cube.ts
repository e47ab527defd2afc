import { CATEGORIES } from "../record/vocabulary";
import { DAY, type Instant, type Range, toRange } from "../time/instant";
import type { CategoryMask, CellGroups, Crowd } from "./crowd";
import { gatherCells } from "./groups";
import { NO_CELL } from "./world";

/**
 * A cumulative cube: at each edge of time, how many events of each column, which is a cell and a category, had begun
 * before and ended by that edge. The events that touch [a, b) are those begun before b less those ended by a: two
 * rows subtracted, however many events there are (Moritz, Howe and Heer, Falcon, CHI 2019).
 */
export type Cube = {
  /** Days since 1970, UTC, of the first edge; the others follow `binDays` apart. */
  readonly firstEdge: number;
  readonly binDays: number;
  readonly edges: number;
  readonly level: number;
  /** Of each column: its cell at `level`, NO_CELL for what has no place, and its position in CATEGORIES. */
  readonly cells: Int32Array;
  readonly categories: Uint8Array;
  /** The middle of each column's places in world units. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** By edge and column: `edge * cells.length + column`. */
  readonly startsBefore: Int32Array;
  readonly endsBy: Int32Array;
};

const KINDS = CATEGORIES.length;

/** Counts by sums: the cost of a frame grows with the cells, not with the events. */
export function createCubeCrowd(cube: Cube): Crowd {
  const { binDays, firstEdge, edges, level, cells, categories, startsBefore, endsBy } = cube;
  const columns = cells.length;
  const bin = binDays * DAY;
  const origin = firstEdge * DAY;
  const lastEdge = edges - 1;
  const placed: number[] = [];
  for (let column = 0; column < columns; column++) if (cells[column] !== NO_CELL) placed.push(column);
  const totals = startsBefore.subarray(lastEdge * columns);
  const points = {
    x: placed.map((column) => cube.x[column] ?? 0),
    y: placed.map((column) => cube.y[column] ?? 0),
    weights: placed.map((column) => totals[column] ?? 0),
  };
  const gathered = new Map<number, ReturnType<typeof gatherCells>>();
  const groupsOf = new WeakMap<CellGroups, Int32Array>();

  const edgeBelow = (at: number) => Math.min(lastEdge, Math.max(0, Math.floor((at - origin) / bin)));
  const edgeAbove = (at: number) => Math.min(lastEdge, Math.max(0, Math.ceil((at - origin) / bin)));
  // The lanes ask for hundreds of bins in a frame, which must not each read every column.
  const [startKinds, endKinds] = [sumByKind(cube, startsBefore), sumByKind(cube, endsBy)];
  const sum = (kinds: Int32Array, edge: number, mask: CategoryMask, into: Int32Array, sign: 1 | -1) => {
    for (let category = 0; category < KINDS; category++) {
      if (mask & (1 << category))
        into[category] = (into[category] as number) + sign * (kinds[edge * KINDS + category] as number);
    }
  };

  return {
    size: totals.reduce((whole, count) => whole + count, 0),
    resolution: bin,
    snap({ start, end }) {
      const first = origin + Math.floor((start - origin) / bin) * bin;
      const last = origin + Math.ceil((end - origin) / bin) * bin;
      return toRange(first as Instant, last as Instant);
    },
    groupCells(asked) {
      const depth = Math.min(asked, level);
      let known = gathered.get(depth);
      if (!known) {
        known = gatherCells(points, depth);
        gathered.set(depth, known);
        groupsOf.set(known.groups, known.groupOf);
      }
      return known.groups;
    },
    countCells(groups, window, playhead, mask, out) {
      const groupOf = groupsOf.get(groups);
      if (!groupOf) throw new Error("Cube: these groups belong to another crowd.");
      const first = edgeBelow(window.start) * columns;
      const last = edgeAbove(window.end) * columns;
      const head = Math.min(last, Math.max(first, edgeBelow(playhead) * columns));
      const { past, now, future } = out;
      for (let i = 0; i < placed.length; i++) {
        const column = placed[i] as number;
        const category = categories[column] as number;
        if (!(mask & (1 << category))) continue;
        const ended = endsBy[first + column] as number;
        const begun = (startsBefore[head + column] as number) - ended;
        const over = (endsBy[head + column] as number) - ended;
        const all = (startsBefore[last + column] as number) - ended;
        if (all === 0) continue;
        const group = groupOf[i] as number;
        past[group] = (past[group] as number) + over;
        now[group] = (now[group] as number) + begun - over;
        future[group] = (future[group] as number) + all - begun;
        const kind = group * KINDS + category;
        out.categories[kind] = (out.categories[kind] as number) + all;
      }
    },
    countWindow({ start, end }, mask) {
      const first = edgeBelow(start) * columns;
      const last = edgeAbove(end) * columns;
      let inCells = 0;
      let unplaced = 0;
      for (let column = 0; column < columns; column++) {
        if (!(mask & (1 << (categories[column] as number)))) continue;
        const count = (startsBefore[last + column] as number) - (endsBy[first + column] as number);
        if (cells[column] === NO_CELL) unplaced += count;
        else inCells += count;
      }
      return { placed: inCells, unplaced };
    },
    countBegins(range, bins, mask) {
      return countBins(range, bins, (from, until, counts) => {
        sum(startKinds, edgeBelow(until), mask, counts, 1);
        sum(startKinds, edgeBelow(from), mask, counts, -1);
      });
    },
    countTouching(window, bins, mask) {
      return countBins(window, bins, (from, until, counts) => {
        sum(startKinds, edgeAbove(until), mask, counts, 1);
        sum(endKinds, edgeBelow(from), mask, counts, -1);
      });
    },
  };
}

/** The rows of all cells by edge and category: `edge * CATEGORIES.length + category`. */
function sumByKind({ edges, cells, categories }: Cube, rows: Int32Array): Int32Array {
  const sums = new Int32Array(edges * KINDS);
  let at = 0;
  for (let edge = 0; edge < edges; edge++) {
    for (let column = 0; column < cells.length; column++, at++) {
      const kind = edge * KINDS + (categories[column] as number);
      sums[kind] = (sums[kind] as number) + (rows[at] as number);
    }
  }
  return sums;
}

function countBins(
  { start, end }: Range,
  bins: number,
  count: (from: number, until: number, counts: Int32Array) => void,
): Int32Array {
  const counts = new Int32Array(bins * KINDS);
  const width = (end - start) / bins;
  for (let i = 0; i < bins; i++) {
    count(start + i * width, start + (i + 1) * width, counts.subarray(i * KINDS, (i + 1) * KINDS));
  }
  return counts;
}
