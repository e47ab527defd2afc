import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATEGORIES } from "../record/vocabulary";
import type { Instant } from "../time/instant";
import { type CellGroups, createCounts } from "./crowd";
import { type ExactCounts, settleCounts, toSettling } from "./exact";

const KINDS = CATEGORIES.length;
const RANGE = { start: 0 as Instant, end: 1 as Instant };

/** The four cells of level 1. */
const GROUPS: CellGroups = {
  level: 1,
  size: 4,
  cells: Int32Array.of(0, 1, 2, 3),
  x: new Float64Array(4),
  y: new Float64Array(4),
};

const cells = fc.uniqueArray(fc.record({ cell: fc.nat({ max: 63 }), events: fc.nat({ max: 9 }) }), {
  selector: ({ cell }) => cell,
});
const phases = fc.array(fc.nat({ max: 9 }), { minLength: 12, maxLength: 12 });

function toExact(given: readonly { cell: number; events: number }[], level: number): ExactCounts {
  return {
    range: RANGE,
    placed: 0,
    unplaced: 0,
    level,
    cells: given.map(({ cell }) => cell),
    byCategory: given.map(({ events }) => [events, 0, 0, 0, 0]),
  };
}

describe("settleCounts", () => {
  it("makes every cell's phases add up to what the database counted in it", () => {
    fc.assert(
      fc.property(cells, phases, (given, rough) => {
        const counts = createCounts(GROUPS, KINDS);
        counts.past.set(rough.slice(0, 4));
        counts.now.set(rough.slice(4, 8));
        counts.future.set(rough.slice(8, 12));
        const exact = toExact(given, 3);
        const settling = toSettling(GROUPS, exact);
        if (!settling) throw new Error("Level 3 is finer than level 1.");
        settleCounts(settling, exact, counts);
        for (let group = 0; group < 4; group++) {
          const [column, row] = [group >> 1, group & 1];
          const own = given.filter(({ cell }) => cell >> 5 === column && (cell & 7) >> 2 === row);
          const all = own.reduce((sum, { events }) => sum + events, 0);
          const parts = [counts.past[group], counts.now[group], counts.future[group]].map(
            (part) => part ?? 0,
          );
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
          expect(counts.categories[group * KINDS]).toBe(all);
        }
      }),
    );
  });

  it("cannot part cells that are coarser than the groups", () => {
    expect(toSettling(GROUPS, toExact([{ cell: 0, events: 1 }], 0))).toBeNull();
  });
});
