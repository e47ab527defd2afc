import { describe, expect, it } from "vitest";
import { covers, toCellBox, toDegrees, toWorldBox, widenBox } from "./world-box";

const ACROSS = toWorldBox(-0.1, 0.2, 0.1, 0.8);

describe("boxes of the world", () => {
  it("begin in the world, whichever copy of it is seen", () => {
    expect(toWorldBox(2.25, 0.25, 2.5, 0.5)).toEqual({ west: 0.25, north: 0.25, east: 0.5, south: 0.5 });
    expect(ACROSS.west).toBeCloseTo(0.9);
    expect(ACROSS.east).toBeCloseTo(1.1);
  });

  it("are the whole world at most, and end at its poles", () => {
    expect(toWorldBox(-0.4, -0.2, 0.7, 1.3)).toEqual({ west: 0, north: 0, east: 1, south: 1 });
  });

  it("across the date line have a west that is greater than their east in degrees", () => {
    const { west, east } = toDegrees(ACROSS);
    expect(west).toBeCloseTo(144);
    expect(east).toBeCloseTo(-144);
  });

  it.each([
    ["itself", ACROSS, true],
    ["what lies east of the date line", toWorldBox(0.01, 0.3, 0.05, 0.4), true],
    ["what lies west of it", toWorldBox(0.92, 0.3, 0.95, 0.4), true],
    ["what reaches out of it", toWorldBox(0.05, 0.3, 0.2, 0.4), false],
    ["what lies elsewhere", toWorldBox(0.4, 0.3, 0.5, 0.4), false],
    ["what is higher", widenBox(ACROSS, 0.1), false],
  ])("cover %s: %o %s", (_, inner, expected) => {
    expect(covers(ACROSS, inner)).toBe(expected);
  });

  it("are those of cells", () => {
    expect(toCellBox(6, 2)).toEqual({ west: 0.25, north: 0.5, east: 0.5, south: 0.75 });
  });
});
