import { CATEGORIES } from "../record/vocabulary";
import type { Range } from "../time/instant";
import type { CellCounts, CellGroups } from "./crowd";
import { toParentCell } from "./world";

/** What the database counted for one window, to the event; a crowd of sums knows its bins only. */
export type ExactCounts = {
  /** The window on whole days, UTC. */
  readonly range: Range;
  readonly placed: number;
  readonly unplaced: number;
  readonly level: number;
  readonly cells: readonly number[];
  /** By cell and category, in the order of CATEGORIES. */
  readonly byCategory: readonly (readonly number[])[];
};

const KINDS = CATEGORIES.length;

/** The group in which each exact cell is counted, −1 where there is none; `null` where the groups are finer. */
export function toSettling(groups: CellGroups, { level, cells }: ExactCounts): Int32Array | null {
  const steps = level - groups.level;
  if (steps < 0) return null;
  const positions = new Map<number, number>();
  for (const [group, cell] of groups.cells.entries()) positions.set(cell, group);
  return Int32Array.from(cells, (cell) => positions.get(toParentCell(cell, level, steps)) ?? -1);
}

/**
 * Puts exact counts in the place of those of a crowd whose bins are wider than the window. What is too much began or
 * ended in the window's first and last bins: it is taken from what is to come and from what is past, as they are to
 * each other. `settling` is what `toSettling` gave for the groups.
 */
export function settleCounts(settling: Int32Array, { byCategory }: ExactCounts, out: CellCounts): void {
  out.categories.fill(0);
  for (let cell = 0; cell < settling.length; cell++) {
    const group = settling[cell] as number;
    if (group < 0) continue;
    for (let kind = 0; kind < KINDS; kind++) {
      const at = group * KINDS + kind;
      out.categories[at] = (out.categories[at] as number) + (byCategory[cell]?.[kind] ?? 0);
    }
  }
  for (let group = 0; group < out.now.length; group++) {
    let all = 0;
    for (let kind = 0; kind < KINDS; kind++) all += out.categories[group * KINDS + kind] as number;
    settleGroup(out, group, all);
  }
}

function settleGroup({ past, now, future }: CellCounts, group: number, all: number): void {
  const [over, on, ahead] = [past[group] ?? 0, now[group] ?? 0, future[group] ?? 0];
  const edges = Math.max(0, all - on);
  const kept = over + ahead === 0 ? 0 : Math.round((edges * over) / (over + ahead));
  now[group] = all - edges;
  past[group] = kept;
  future[group] = edges - kept;
}
