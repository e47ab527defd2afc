import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { points, toColumns, toCube, windows } from "@/test/crowds/random-events";
import { DAY, type Instant, toRange } from "../time/instant";
import { createColumnsCrowd } from "./columns";
import { createCubeCrowd } from "./cube";
import { toTimeBins } from "./time-bins";

const EXTENT = toRange(Date.UTC(2001, 0, 1) as Instant, Date.UTC(2004, 0, 1) as Instant);
const columns = createColumnsCrowd(toColumns([]));
const cube = createCubeCrowd(toCube(fc.sample(points, { numRuns: 20, seed: 3 }), 5, 7));

describe("toTimeBins", () => {
  it("covers the window with bins of 3 pixels or more, in whole bins of a cube", () => {
    fc.assert(
      fc.property(windows, fc.integer({ min: 50, max: 1500 }), (window, pixels) => {
        for (const crowd of [columns, cube]) {
          const bins = toTimeBins(crowd, window, pixels, EXTENT);
          expect(bins.range.start).toBeLessThanOrEqual(window.start);
          expect(bins.range.end).toBeGreaterThanOrEqual(window.end);
          expect(bins.range.start + bins.count * bins.width).toBe(bins.range.end);
          expect((bins.width / (window.end - window.start)) * pixels).toBeGreaterThanOrEqual(2.999);
        }
        expect(toTimeBins(cube, window, pixels, EXTENT).width % (7 * DAY)).toBe(0);
      }),
    );
  });

  it("leaves its bins where they are while the window moves", () => {
    fc.assert(
      fc.property(windows, fc.integer({ min: 1, max: 1000 }), (window, hours) => {
        const shift = hours * 3_600_000;
        const moved = toRange((window.start + shift) as Instant, (window.end + shift) as Instant);
        const [before, after] = [window, moved].map((one) => toTimeBins(columns, one, 900, EXTENT));
        expect(after?.width).toBe(before?.width);
        const distance = (after?.range.start ?? 0) - (before?.range.start ?? 0);
        expect(distance % (before?.width ?? 1)).toBe(0);
      }),
    );
  });
});
