import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areCompatible, compareWhens, orderKey, touches } from "./compatible";
import { toWhen } from "./edtf";
import { DAY, type Instant, toRange } from "./instant";
import type { When } from "./when";
import { UTC, type Zone } from "./zone";

const read = (text: string) => toWhen(text, UTC);
const at = (text: string) => Date.parse(text) as Instant;

const texts = fc.oneof(
  fc.integer({ min: 2020, max: 2024 }).map((year) => String(year)),
  fc.integer({ min: 1, max: 9 }).map((month) => `2023-0${month}`),
  fc.integer({ min: 1, max: 9 }).map((day) => `2023-01-0${day}`),
  fc.constantFrom("../2023-01", "2023-01/..", "../2023-01-05", "2023-01-05/..", "2022/2023-01", "202X"),
);
const whens = texts.map(read);

describe("areCompatible", () => {
  it.each([
    ["2023-01-29", "2023-01", true],
    ["2023-01-29", "2023", true],
    ["2023-01-29", "2023-01-30", false],
    ["2022-06-29/2022-06-30", "2022-06-30", true],
    ["2022-06-29/2022-06-30", "2022-07-01", false],
    ["../2022-06-29", "1900", true],
    ["../2022-06-29", "2022-06-30", false],
    ["2023-01-30/..", "2023-01-29", false],
    ["2023-01-30/..", "9999", true],
    ["../2023", "2022/..", true],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(areCompatible(read(a), read(b))).toBe(expected);
    expect(areCompatible(read(b), read(a))).toBe(expected);
  });

  it("compares instants, not days: Sunday in Seoul overlaps Saturday in Washington", () => {
    const saturday = toWhen("2023-01-28", "America/New_York" as Zone);
    expect(areCompatible(toWhen("2023-01-29", "Asia/Seoul" as Zone), saturday)).toBe(true);
  });
});

describe("touches", () => {
  const window = toRange(at("2023-01-15T00:00Z"), at("2023-02-04T00:00Z"));
  it.each([
    ["2023-01-29", true],
    ["2023-01-14", false],
    ["2023-01-15", true],
    ["2023-02-03", true],
    ["2023-02-04", false],
    ["2022", false],
    ["2023", true],
    ["../2022-06-29", false],
    ["../2023-01-15", true],
    ["2022/..", true],
    ["2023-02-04/..", false],
  ])("%s: %s", (text, expected) => {
    expect(touches(read(text).bounds, window)).toBe(expected);
  });
});

describe("compareWhens", () => {
  const ORDERED = [
    "2022",
    "2022-06-29/2022-06-30",
    "../2023-01-01",
    "../2023-01",
    "2023-01-01T00:00",
    "2023-01-01",
    "2023-01",
    "2023",
    "2023-01-01/..",
    "2023-01-02",
  ];

  it("puts open begins first, the shorter before the longer, and the undated last", () => {
    const expected = [...ORDERED.map(read), null];
    fc.assert(
      fc.property(fc.shuffledSubarray(expected, { minLength: expected.length }), (shuffled) => {
        expect(shuffled.toSorted(compareWhens)).toEqual(expected);
      }),
    );
  });

  it("is an order", () => {
    const any = fc.option(whens, { nil: null });
    fc.assert(
      fc.property(any, any, any, (a: When | null, b, c) => {
        expect(Math.sign(compareWhens(a, b)) + Math.sign(compareWhens(b, a))).toBe(0);
        if (compareWhens(a, b) <= 0 && compareWhens(b, c) <= 0) {
          expect(compareWhens(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe("orderKey", () => {
  it("is the first known bound", () => {
    expect(orderKey(read("2023-01-30/..").bounds)).toBe(at("2023-01-30T00:00Z"));
    expect(orderKey(read("../2023-01-30").bounds)).toBe(at("2023-01-30T00:00Z"));
    expect(orderKey(read("2023-01-30").bounds)).toBe(at("2023-01-31T00:00Z") - DAY);
  });
});
