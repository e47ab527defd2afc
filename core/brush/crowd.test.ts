import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isCounted,
  masks,
  type Point,
  points,
  toColumns,
  toCube,
  toPlaceCell,
  windows,
} from "@/test/crowds/random-events";
import { decodeColumns, encodeColumns } from "@/wire/columns";
import { decodeCube, encodeCube } from "@/wire/cube";
import { CATEGORIES } from "../record/vocabulary";
import { DAY, type Range } from "../time/instant";
import { createColumnsCrowd } from "./columns";
import { type Crowd, createCounts } from "./crowd";
import { createCubeCrowd } from "./cube";

const LEVEL = 7;
const dossiers = fc.array(points, { maxLength: 60 });
const bins = fc.constantFrom(1, 7, 28);
const levels = fc.constantFrom(0, 3, 5, 7, 9);

const sum = (counts: Iterable<number>) => [...counts].reduce((whole, count) => whole + count, 0);

function countCells(crowd: Crowd, level: number, window: Range, playhead: number, mask: number) {
  const groups = crowd.groupCells(level);
  const counts = createCounts(groups, CATEGORIES.length);
  crowd.countCells(groups, window, playhead, mask, counts);
  return { groups, counts };
}

function expectSame(
  crowd: Crowd,
  events: readonly Point[],
  window: Range,
  mask: number,
  level: number,
): void {
  const counted = events.filter((event) => isCounted(event, window, mask));
  const unplaced = counted.filter(({ place }) => place === null).length;
  expect(crowd.countWindow(window, mask)).toEqual({ placed: counted.length - unplaced, unplaced });

  const playhead = window.start + DAY;
  const { groups, counts } = countCells(crowd, level, window, playhead, mask);
  const byCell = new Map<number, number>();
  for (let group = 0; group < groups.size; group++) {
    const { past, now, future } = counts;
    const all = (past[group] ?? 0) + (now[group] ?? 0) + (future[group] ?? 0);
    const cell = groups.cells[group] ?? 0;
    if (all > 0) byCell.set(cell, (byCell.get(cell) ?? 0) + all);
    expect(sum(counts.categories.subarray(group * CATEGORIES.length, (group + 1) * CATEGORIES.length))).toBe(
      all,
    );
  }
  const expected = new Map<number, number>();
  for (const { place } of counted) {
    if (place === null) continue;
    const cell = toPlaceCell(place, groups.level);
    expected.set(cell, (expected.get(cell) ?? 0) + 1);
  }
  expect(byCell).toEqual(expected);
}

describe("strip, map and list", () => {
  it("count the same events, whichever crowd they are fed by", () => {
    fc.assert(
      fc.property(dossiers, windows, masks, levels, bins, (events, window, mask, level, binDays) => {
        const columns = createColumnsCrowd(toColumns(events));
        const cube = createCubeCrowd(toCube(events, LEVEL, binDays));
        expectSame(columns, events, window, mask, level);
        expectSame(cube, events, cube.snap(window), mask, level);
      }),
      { numRuns: 400 },
    );
  });

  it("know the events by category in every bin of a window", () => {
    fc.assert(
      fc.property(
        dossiers,
        windows,
        masks,
        fc.integer({ min: 1, max: 40 }),
        (events, window, mask, count) => {
          const crowd = createColumnsCrowd(toColumns(events));
          const touching = crowd.countTouching(window, count, mask);
          const begins = crowd.countBegins(window, count, mask);
          const width = (window.end - window.start) / count;
          for (let bin = 0; bin < count; bin++) {
            const part = {
              start: window.start + bin * width,
              end: window.start + (bin + 1) * width,
            } as Range;
            const inPart = events.filter((event) => isCounted(event, part, mask));
            expect(sum(touching.subarray(bin * CATEGORIES.length, (bin + 1) * CATEGORIES.length))).toBe(
              inPart.length,
            );
          }
          const begun = events.filter(
            (event) => isCounted(event, window, mask) && event.begin !== null && event.begin >= window.start,
          );
          expect(sum(begins)).toBe(begun.length);
        },
      ),
    );
  });

  it("part the window at the playhead", () => {
    fc.assert(
      fc.property(
        dossiers,
        windows,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (events, window, portion) => {
          const playhead = Math.floor(window.start + portion * (window.end - window.start));
          const { counts } = countCells(createColumnsCrowd(toColumns(events)), 5, window, playhead, -1);
          const placed = events.filter((event) => event.place !== null && isCounted(event, window, -1));
          expect(sum(counts.past)).toBe(placed.filter(({ end }) => end !== null && end <= playhead).length);
          expect(sum(counts.future)).toBe(
            placed.filter(({ begin }) => begin !== null && begin > playhead).length,
          );
        },
      ),
    );
  });

  it("count all that is dated where the window holds everything", () => {
    fc.assert(
      fc.property(dossiers, bins, (events, binDays) => {
        const cube = createCubeCrowd(toCube(events, LEVEL, binDays));
        const columns = createColumnsCrowd(toColumns(events));
        expect([cube.size, columns.size]).toEqual([events.length, events.length]);
      }),
    );
  });
});

describe("on the wire", () => {
  it("columns come back as they were", () => {
    fc.assert(
      fc.property(dossiers, (events) => {
        const columns = toColumns(events);
        expect(decodeColumns(encodeColumns(columns))).toEqual(columns);
      }),
    );
  });

  it("columns have to be sorted", () => {
    const columns = toColumns(fc.sample(points, { numRuns: 20, seed: 7 }));
    const begins = columns.begins.toReversed();
    expect(() => encodeColumns({ ...columns, begins })).toThrow(/^Columns: an event begins at/);
  });

  it("cubes come back as they were", () => {
    fc.assert(
      fc.property(dossiers, bins, (events, binDays) => {
        const cube = toCube(events, LEVEL, binDays);
        expect(decodeCube(encodeCube(cube))).toEqual(cube);
      }),
    );
  });

  it("refuses bytes that were cut off, have something left over, or are of another version", () => {
    const events = fc.sample(points, { numRuns: 20, seed: 7 });
    const columns = encodeColumns(toColumns(events));
    const cube = encodeCube(toCube(events, LEVEL, 7));
    for (const [decode, bytes] of [
      [decodeColumns, columns],
      [decodeCube, cube],
    ] as const) {
      expect(() => decode(bytes.subarray(0, bytes.length - 1))).toThrow(/too soon|broken/);
      expect(() => decode(Uint8Array.from([...bytes, 0]))).toThrow("1 bytes are left over");
      expect(() => decode(Uint8Array.from([9, ...bytes.subarray(1)]))).toThrow(
        /got version 9 when expected [12]\./,
      );
    }
  });
});
