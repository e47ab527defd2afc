import type { CellGroups } from "./crowd";
import { toCell, WORLD_BITS } from "./world";

/** Points to be counted, in world units, and how many events each stands for. */
export type Weighted = {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
};

/**
 * Gathers points in the cells of a level; each group lies at the weighted middle of its points, so that a cell with
 * one town in it is drawn at the town. `groupOf` says the group of each point.
 */
export function gatherCells(
  { x, y, weights }: Weighted,
  level: number,
): { groups: CellGroups; groupOf: Int32Array } {
  const groupOf = new Int32Array(x.length);
  const positions = new Map<number, number>();
  const cells: number[] = [];
  const sums: { x: number; y: number; weight: number }[] = [];
  for (let i = 0; i < x.length; i++) {
    const [px, py] = [x[i] ?? 0, y[i] ?? 0];
    const cell = toCell(px, py, level);
    let group = positions.get(cell);
    if (group === undefined) {
      group = cells.length;
      positions.set(cell, group);
      cells.push(cell);
      sums.push({ x: 0, y: 0, weight: 0 });
    }
    groupOf[i] = group;
    const sum = sums[group];
    if (!sum) continue;
    // What has no event now must not pull the middle, yet needs one of its own.
    const weight = Math.max(weights[i] ?? 0, 1e-9);
    sum.x += px * weight;
    sum.y += py * weight;
    sum.weight += weight;
  }
  const groups: CellGroups = {
    level,
    size: cells.length,
    cells: Int32Array.from(cells),
    x: Float64Array.from(sums, (sum) => toPortion(sum.x / sum.weight)),
    y: Float64Array.from(sums, (sum) => toPortion(sum.y / sum.weight)),
  };
  return { groups, groupOf };
}

// The middle of the unit, where its point may lie.
function toPortion(unit: number): number {
  return (unit + 0.5) / 2 ** WORLD_BITS;
}
