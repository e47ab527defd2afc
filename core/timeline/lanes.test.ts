import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Lane, type LaneItem, type LaneMark, layOutLanes } from "./lanes";

const KEYS = ["diplomacy", "statement", "military"];

function toItem(
  lane: string,
  left: number,
  right: number,
  labelWidth: number,
  value: string,
): LaneItem<string> {
  return { lane, left, right, labelWidth, value };
}

function draw(lanes: readonly Lane<string>[]): string[] {
  return lanes.flatMap(({ key, marks }) =>
    marks.map(
      ({ row, values, label }) => `${key} ${row}: ${values.join("+")}${label ? ` ${label.side}` : ""}`,
    ),
  );
}

describe("layOutLanes", () => {
  it("stacks what overlaps and gives back the row to what follows", () => {
    const items = [
      toItem("statement", 0, 100, 60, "a"),
      toItem("statement", 50, 150, 60, "b"),
      toItem("statement", 300, 320, 60, "c"),
    ];
    expect(draw(layOutLanes(items, ["statement"], 4))).toEqual([
      "statement 0: a right",
      "statement 0: c right",
      "statement 1: b right",
    ]);
  });

  it("turns a name to the left of its bar where another bar follows", () => {
    const items = ["a", "b", "c"].map((value, i) => toItem("diplomacy", 400, 450 + i, 150, value));
    const next = ["d", "e"].map((value) => toItem("diplomacy", 460, 510, 150, value));
    expect(draw(layOutLanes([...items, ...next], ["diplomacy"], 4))).toEqual([
      "diplomacy 0: a left",
      "diplomacy 0: e right",
      "diplomacy 1: b right",
      "diplomacy 2: c right",
      "diplomacy 3: d right",
    ]);
  });

  it("counts what finds no row", () => {
    const items = ["a", "b", "c", "d"].map((value, i) => toItem("military", i, 100 + i, 60, value));
    expect(draw(layOutLanes(items, ["military"], 2))).toEqual(["military 0: a right", "military 1: b+c+d"]);
  });

  it("keeps a lane that has nothing to show", () => {
    expect(layOutLanes([], KEYS, 6).map(({ key, rows, marks }) => [key, rows, marks.length])).toEqual([
      ["diplomacy", 1, 0],
      ["statement", 1, 0],
      ["military", 1, 0],
    ]);
  });

  it("gives rows to bars that would be hidden before it gives them to labels", () => {
    const items = [
      toItem("diplomacy", 0, 10, 90, "a"),
      toItem("diplomacy", 20, 30, 90, "b"),
      toItem("military", 0, 10, 90, "c"),
      toItem("military", 5, 15, 90, "d"),
    ];
    expect(layOutLanes(items, ["diplomacy", "military"], 3).map(({ rows }) => rows)).toEqual([1, 2]);
  });
});

const items = fc
  .array(
    fc.record({
      lane: fc.constantFrom(...KEYS),
      left: fc.integer({ min: 0, max: 900 }),
      length: fc.integer({ min: 3, max: 300 }),
      labelWidth: fc.integer({ min: 20, max: 220 }),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list.map(({ lane, left, length, labelWidth }, i) =>
      toItem(lane, left, left + length, labelWidth, `e${i}`),
    ),
  );

// Bars may touch, as days do that follow each other; a pixel shared is one too many.
function toOverlaps(marks: readonly LaneMark<string>[]): string[] {
  const taken = marks
    .flatMap((mark) => [{ from: mark.left, to: mark.right }, ...toLabelStretch(mark)])
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  return taken.flatMap(({ from }, i) => {
    const before = taken[i - 1];
    return before && from < before.to - 0.5 ? [`${from} lies before ${before.to}`] : [];
  });
}

type Stretch = { readonly from: number; readonly to: number };

function toLabelStretch({ left, right, label }: LaneMark<string>): Stretch[] {
  if (!label) return [];
  return label.side === "right"
    ? [{ from: right + 8, to: right + 8 + label.room }]
    : [{ from: left - 8 - label.room, to: left - 8 }];
}

describe("any lanes", () => {
  it("show everything once, in the rows that there are", () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 3, max: 12 }), (list, rows) => {
        const lanes = layOutLanes(list, KEYS, rows);
        expect(lanes.reduce((sum, lane) => sum + lane.rows, 0)).toBeLessThanOrEqual(rows);
        for (const { key, rows: share, marks } of lanes) {
          const shown = marks.flatMap(({ values }) => values).toSorted();
          expect(shown).toEqual(list.flatMap(({ lane, value }) => (lane === key ? [value] : [])).toSorted());
          for (const { row } of marks) expect(row >= 0 && row < share).toBe(true);
        }
      }),
    );
  });

  it("have no two marks or labels in one place", () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 3, max: 12 }), (list, rows) => {
        for (const { marks, rows: share } of layOutLanes(list, KEYS, rows)) {
          for (let row = 0; row < share; row += 1)
            expect(toOverlaps(marks.filter((m) => m.row === row))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("do not move when the dossier is shifted on the screen", () => {
    fc.assert(
      fc.property(
        items,
        fc.integer({ min: 3, max: 12 }),
        fc.integer({ min: -5000, max: 5000 }),
        (list, rows, by) => {
          const shifted = list.map((item) => ({ ...item, left: item.left + by, right: item.right + by }));
          expect(draw(layOutLanes(shifted, KEYS, rows))).toEqual(draw(layOutLanes(list, KEYS, rows)));
        },
      ),
    );
  });
});
