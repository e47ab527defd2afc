import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toWhen } from "../time/edtf";
import { type Instant, toRange } from "../time/instant";
import { UTC, type Zone } from "../time/zone";
import { toBar } from "./bar";

const at = (text: string) => Date.parse(text) as Instant;
const EXTENT = toRange(at("2021-01-01"), at("2024-01-01"));
const toTexts = (text: string) => {
  const { start, end, solidStart, solidEnd } = toBar(toWhen(text, UTC), EXTENT);
  const solid = solidStart < solidEnd ? [solidStart, solidEnd] : [];
  return [start, end, ...solid].map((instant) => new Date(instant).toISOString().slice(0, 10));
};

describe("toBar", () => {
  it.each([
    ["2023-01-29", ["2023-01-29", "2023-01-30", "2023-01-29", "2023-01-30"]],
    ["2022-06-29/2022-06-30", ["2022-06-29", "2022-07-01", "2022-06-29", "2022-07-01"]],
    ["2022", ["2022-01-01", "2023-01-01"]],
    ["2023-01", ["2023-01-01", "2023-02-01"]],
    ["2022/2023", ["2022-01-01", "2024-01-01"]],
    ["2021/2023", ["2021-01-01", "2024-01-01", "2022-01-01", "2023-01-01"]],
    ["2022-11/2023-01-05", ["2022-11-01", "2023-01-06", "2022-12-01", "2023-01-06"]],
    ["2023-01-29~", ["2023-01-29", "2023-01-30"]],
    ["2023-01-29?", ["2023-01-29", "2023-01-30"]],
    ["../2022-06-29", ["2021-01-01", "2022-06-30"]],
    ["2022-06-29/..", ["2022-06-29", "2024-01-01"]],
    ["2025-01-01/..", ["2025-01-01", "2025-01-02"]],
    ["../2019-01-01", ["2019-01-01", "2019-01-02"]],
  ])("%s reaches, and is certain, over %j", (text, expected) => {
    expect(toTexts(text)).toEqual(expected);
  });

  it("draws a day of 25 hours as sharp as any other", () => {
    const { start, end, solidStart, solidEnd } = toBar(toWhen("2023-10-29", "Europe/Berlin" as Zone), EXTENT);
    expect([solidStart, solidEnd]).toEqual([start, end]);
  });

  it("says which ends are open", () => {
    expect(toBar(toWhen("../2022", UTC), EXTENT)).toMatchObject({ opensLeft: true, opensRight: false });
    expect(toBar(toWhen("2022/", UTC), EXTENT)).toMatchObject({ opensLeft: false, opensRight: true });
  });

  it("keeps what is certain inside of what may be", () => {
    const ends = fc.constantFrom(
      "2019",
      "2021-03",
      "2022-06-29",
      "2022-06-29T10:00",
      "2023-22",
      "202X",
      "2030",
    );
    const marks = fc.constantFrom("", "?", "~");
    fc.assert(
      fc.property(
        fc.oneof(ends, fc.constant("..")),
        fc.oneof(ends, fc.constant("..")),
        marks,
        (a, b, mark) => {
          fc.pre((a !== ".." || b !== "..") && (a === ".." || b === ".." || a.slice(0, 3) <= b.slice(0, 3)));
          const qualified = b === ".." ? `${a}${mark}/..` : `${a}/${b}${mark}`;
          const when = readOrNull(qualified);
          fc.pre(when !== null);
          if (when === null) return;
          const bar = toBar(when, EXTENT);
          expect(bar.start).toBeLessThan(bar.end);
          expect(bar.start).toBeLessThanOrEqual(bar.solidStart);
          expect(bar.solidStart).toBeLessThanOrEqual(bar.solidEnd);
          expect(bar.solidEnd).toBeLessThanOrEqual(bar.end);
          if (bar.opensLeft) expect(bar.start).toBeLessThanOrEqual(EXTENT.start);
          if (bar.opensRight) expect(bar.end).toBeGreaterThanOrEqual(EXTENT.end);
          if (mark !== "") expect(bar.solidStart).toBe(bar.solidEnd);
        },
      ),
    );
  });
});

function readOrNull(text: string) {
  try {
    return toWhen(text, UTC);
  } catch {
    return null;
  }
}
