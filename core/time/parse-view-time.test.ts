import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST_INSTANT, type Instant, LAST_INSTANT, MINUTE } from "./instant";
import { parseViewInstant, viewInstantToText } from "./parse-view-time";
import type { Zone } from "./zone";

const SEOUL = "Asia/Seoul" as Zone;
const at = (text: string) => Date.parse(text) as Instant;
const zones = fc.constantFrom(
  ...(["UTC", "Asia/Seoul", "America/Sao_Paulo", "Europe/Berlin", "Pacific/Apia"] as Zone[]),
  ...(["America/St_Johns", "Etc/GMT+12", "Pacific/Kiritimati"] as Zone[]),
);
const edges = fc.constantFrom("start" as const, "end" as const);

describe("parseViewInstant", () => {
  it.each([
    ["2023-01-15", "start", "2023-01-14T15:00Z"],
    ["2023-02-03", "end", "2023-02-03T15:00Z"],
    ["2023-01-29T08:00Z", "start", "2023-01-29T08:00Z"],
    ["2023-01-29T08:00Z", "end", "2023-01-29T08:00Z"],
    ["9999-12-31", "end", "9999-12-31T15:00Z"],
    ["0001-01-01", "start", "0000-12-31T15:32:08Z"],
  ] as const)("reads %s as %s at %s", (text, edge, instant) => {
    expect(parseViewInstant(text, SEOUL, edge)).toBe(at(instant));
  });

  it.each([
    "",
    "2023",
    "2023-02-29",
    "2023-01-29T08:00",
    "2023-01-29T08:00+09:00",
    "2023-01-29T08:00:00Z",
    "2023-01-29T25:00Z",
    "2023-02-30T08:00Z",
    "0000-01-01",
    "0000-01-01T00:00Z",
    "2023-01-29T08:00Z?",
    "now",
  ])("refuses %j", (text) => {
    expect(parseViewInstant(text, SEOUL, "start")).toBeNull();
  });
});

describe("viewInstantToText", () => {
  it.each([
    ["2023-01-14T15:00Z", "start", "2023-01-15"],
    ["2023-02-03T15:00Z", "end", "2023-02-03"],
    ["2023-01-29T08:00:59Z", "start", "2023-01-29T08:00Z"],
    ["+010000-01-02T23:00Z", "end", "9999-12-31T23:59Z"],
    ["0000-12-30T00:00Z", "start", "0001-01-01T00:00Z"],
  ] as const)("writes %s as %s: %s", (instant, edge, text) => {
    expect(viewInstantToText(at(instant), SEOUL, edge)).toBe(text);
  });

  it("reads back as the same, but for the seconds of a minute", () => {
    const first = Date.parse("0001-01-02T00:00Z");
    const last = Date.parse("9999-12-30T00:00Z");
    const instants = fc.oneof(
      fc.integer({ min: first, max: last }),
      // Many days begin on a whole hour.
      fc.integer({ min: first / (30 * MINUTE), max: last / (30 * MINUTE) }).map((n) => n * 30 * MINUTE),
    );
    fc.assert(
      fc.property(instants, zones, edges, (instant, zone, edge) => {
        const text = viewInstantToText(instant as Instant, zone, edge);
        const read = parseViewInstant(text, zone, edge);
        expect(read).toBe(text.includes("T") ? Math.floor(instant / MINUTE) * MINUTE : instant);
      }),
      { numRuns: 1000 },
    );
  });

  it("writes what can be read, wherever a window may reach", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FIRST_INSTANT, max: LAST_INSTANT }),
        zones,
        edges,
        (instant, zone, edge) => {
          const text = viewInstantToText(instant as Instant, zone, edge);
          expect(parseViewInstant(text, zone, edge)).not.toBeNull();
        },
      ),
    );
    for (const instant of [FIRST_INSTANT, LAST_INSTANT]) {
      expect(parseViewInstant(viewInstantToText(instant, SEOUL, "end"), SEOUL, "end")).not.toBeNull();
    }
  });
});
