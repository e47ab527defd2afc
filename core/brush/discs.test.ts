import { describe, expect, it } from "vitest";
import { CATEGORIES } from "../record/vocabulary";
import { type CellGroups, createCounts } from "./crowd";
import { createDiscs, hitDisc, LARGEST_RADIUS, layOutDiscs, locateLargest, toCellLevel } from "./discs";

const VIEW = { scale: 1024, originX: 0, originY: 0, width: 1024, height: 1024 };

/** Groups at places of the square, each with events of one category that are over, going on and to come. */
function toPicture(
  cells: readonly (readonly [x: number, y: number, past: number, now: number, future: number])[],
) {
  const groups: CellGroups = {
    level: 5,
    size: cells.length,
    cells: Int32Array.from(cells.keys()),
    x: Float64Array.from(cells, ([x]) => x),
    y: Float64Array.from(cells, ([, y]) => y),
  };
  const counts = createCounts(groups, CATEGORIES.length);
  cells.forEach(([, , past, now, future], group) => {
    counts.past[group] = past;
    counts.now[group] = now;
    counts.future[group] = future;
    counts.categories[group * CATEGORIES.length + 2] = past + now + future;
  });
  return { groups, counts, order: Int32Array.from(cells.keys()), discs: createDiscs(groups, 4) };
}

describe("layOutDiscs", () => {
  it("gives areas the ratio of the counts, from all in the window to what the playhead is on", () => {
    const { groups, counts, order, discs } = toPicture([[0.5, 0.25, 60, 20, 20]]);
    layOutDiscs(groups, order, counts, locateLargest(groups, counts), VIEW, discs);
    const area = (radius: number | undefined) => ((radius ?? 0) / LARGEST_RADIUS) ** 2;
    expect(discs.size).toBe(1);
    expect([discs.x[0], discs.y[0], discs.counts[0], discs.kinds[0]]).toEqual([512, 256, 100, 2]);
    expect(area(discs.outer[0])).toBeCloseTo(1, 5);
    expect(area(discs.begun[0])).toBeCloseTo(0.8, 5);
    expect(area(discs.now[0])).toBeCloseTo(0.2, 5);
  });

  it("draws nothing for a cell without an event in the window", () => {
    const { groups, counts, order, discs } = toPicture([[0.5, 0.5, 0, 0, 0]]);
    layOutDiscs(groups, order, counts, 10, VIEW, discs);
    expect(discs.size).toBe(0);
  });

  it("shows a cell in every copy of the world that is seen", () => {
    const { groups, counts, order, discs } = toPicture([[0.99, 0.5, 1, 0, 0]]);
    layOutDiscs(groups, order, counts, 1, { ...VIEW, originX: -1100, width: 3000 }, discs);
    expect([...discs.x.subarray(0, discs.size)].map(Math.round)).toEqual([66, 1090, 2114]);
  });

  it("leaves out what lies above and below the view", () => {
    const { groups, counts, order, discs } = toPicture([
      [0.5, 0.1, 1, 0, 0],
      [0.5, 0.9, 1, 0, 0],
    ]);
    layOutDiscs(groups, order, counts, 1, { ...VIEW, originY: 300, height: 400 }, discs);
    expect(discs.size).toBe(0);
  });
});

describe("hitDisc", () => {
  const { groups, counts, order, discs } = toPicture([
    [0.5, 0.5, 100, 0, 0],
    [0.51, 0.5, 4, 0, 0],
  ]);
  layOutDiscs(groups, order, counts, 100, VIEW, discs);

  it.each([
    ["the middle of the large one", 505, 512, 0],
    ["the small one, which lies over it", 522, 512, 1],
    ["a little beside the large one", 512 - LARGEST_RADIUS - 3, 512, 0],
    ["the open", 512, 560, -1],
  ])("finds at %s", (_, x, y, expected) => {
    expect(hitDisc(discs, x, y)).toBe(expected);
  });
});

describe("toCellLevel", () => {
  it.each([
    [2, 5],
    [2.5, 5],
    [7, 10],
  ])("makes cells of 32 pixels or, between whole zooms, somewhat more: zoom %d", (zoom, level) => {
    expect(toCellLevel(zoom)).toBe(level);
    expect((256 * 2 ** zoom) / 2 ** level).toBeGreaterThanOrEqual(32);
    expect((256 * 2 ** zoom) / 2 ** level).toBeLessThan(64);
  });
});
