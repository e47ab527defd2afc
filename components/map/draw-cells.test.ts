import { describe, expect, it } from "vitest";
import { type CellGroups, createCounts } from "@/core/brush/crowd";
import { createDiscs, layOutDiscs } from "@/core/brush/discs";
import { CATEGORIES } from "@/core/record/vocabulary";
import { createDrawLog } from "@/test/draw-log";
import { copyDiscs, drawCells } from "./draw-cells";

const PALETTE = {
  panel: "panel",
  ink: "ink",
  onCategory: "on-category",
  font: "sans",
  strong: CATEGORIES.map((category) => category),
  light: CATEGORIES.map((category) => `light ${category}`),
};
const VIEW = { scale: 1000, originX: 0, originY: 0, width: 1000, height: 1000 };

/** One cell in the middle of the view with events that are over, going on and to come, by category. */
function draw(
  phases: readonly [past: number, now: number, future: number],
  kinds: readonly number[],
  focused = -1,
) {
  const groups: CellGroups = {
    level: 0,
    size: 1,
    cells: Int32Array.of(0),
    x: Float64Array.of(0.5),
    y: Float64Array.of(0.5),
  };
  const counts = createCounts(groups, CATEGORIES.length);
  [counts.past[0], counts.now[0], counts.future[0]] = phases;
  counts.categories.set(kinds);
  const discs = createDiscs(groups, 2);
  layOutDiscs(groups, Int32Array.of(0), counts, 100, VIEW, discs);
  const { context, log } = createDrawLog();
  drawCells(context, { ...copyDiscs(discs, counts), palette: PALETTE, focused });
  return log;
}

describe("drawCells", () => {
  it("draws the whole as a pale disc, what has begun in light and what the playhead is on in strong colour", () => {
    const log = draw([20, 5, 75], [0, 0, 100, 0, 0]);
    expect(log.filter((line) => line.startsWith("fill"))).toEqual([
      "fill panel 500,500 r21.0",
      "fill light military 500,500 r10.5",
      "fill military 500,500 r4.7",
    ]);
  });

  it("parts the outline by category, from the top clockwise", () => {
    const log = draw([100, 0, 0], [25, 0, 75, 0, 0]);
    expect(log.filter((line) => line.startsWith("ring"))).toEqual([
      "ring diplomacy 500,500 r19.5–21.0 -90°–0°",
      "ring military 500,500 r19.5–21.0 0°–270°",
    ]);
  });

  it("prints the number where there is room, with a ground of its own", () => {
    expect(draw([100, 0, 0], [0, 0, 100, 0, 0]).filter((line) => line.includes("text"))).toEqual([
      "outline text panel “100” 500,500.5",
      "text ink “100” 500,500.5",
    ]);
  });

  it("prints none on a disc that is too small, and draws its outline in one colour", () => {
    const log = draw([2, 0, 1], [1, 0, 2, 0, 0]);
    expect(log.filter((line) => line.includes("text"))).toEqual([]);
    expect(log.filter((line) => line.startsWith("ring"))).toHaveLength(1);
  });

  it("rings the cell that has the focus", () => {
    const log = draw([100, 0, 0], [0, 0, 100, 0, 0], 0);
    expect(log.slice(-2)).toEqual([
      "ring panel 500,500 r21.3–25.3 0°–360°",
      "ring ink 500,500 r22.3–24.3 0°–360°",
    ]);
  });
});
