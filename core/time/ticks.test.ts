import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantToCivil } from "./civil";
import { DAY, FIRST_INSTANT, HOUR, type Instant, LAST_INSTANT, MINUTE, type Range, toRange } from "./instant";
import { layOutTicks } from "./ticks";
import { isMidnight } from "./words";
import { UTC, type Zone } from "./zone";

const SEOUL = "Asia/Seoul" as Zone;
const at = (text: string) => Date.parse(text) as Instant;
const range = (start: string, end: string) => toRange(at(start), at(end));
const labels = (ticks: readonly { label: string }[]) => ticks.map(({ label }) => label).join(" | ");

describe("layOutTicks", () => {
  it.each([
    ["2023-01-29T08:00Z", "2023-01-29T09:00Z", "minute", "17:00 | 17:15 | 17:30 | 17:45", "29 January 2023"],
    [
      "2023-01-29T12:00Z",
      "2023-01-29T18:00Z",
      "hour",
      "21:00 | 22:00 | 23:00 | 00:00 | 01:00 | 02:00",
      "29 January 2023 | 30 January 2023",
    ],
    [
      "2023-01-29T15:00Z",
      "2023-02-03T15:00Z",
      "day",
      "Mon 30 | Tue 31 | Wed 1 | Thu 2 | Fri 3",
      "January 2023 | February 2023",
    ],
    [
      "2022-12-15T15:00Z",
      "2023-01-19T15:00Z",
      "week",
      "19 Dec | 26 Dec | 2 Jan | 9 Jan | 16 Jan",
      "2022 | 2023",
    ],
    ["2022-11-30T15:00Z", "2023-04-30T15:00Z", "month", "Dec | Jan | Feb | Mar | Apr", "2022 | 2023"],
    ["2019-06-30T15:00Z", "2023-06-30T15:00Z", "year", "2020 | 2021 | 2022 | 2023", ""],
    ["1499-12-31T00:00Z", "2020-01-01T00:00Z", "year", "1500 | 1600 | 1700 | 1800 | 1900 | 2000", ""],
  ])("from %s to %s goes by the %s", (start, end, unit, major, context) => {
    const ticks = layOutTicks(range(start, end), SEOUL, 600, 100);
    expect(ticks.unit).toBe(unit);
    expect(labels(ticks.major)).toBe(major);
    expect(labels(ticks.context)).toBe(context);
  });

  it("marks Saturday and Sunday, as days only", () => {
    const days = layOutTicks(range("2023-01-26T15:00Z", "2023-01-31T15:00Z"), SEOUL, 400, 60).major;
    expect(days.map(({ isWeekend }) => isWeekend)).toEqual([false, true, true, false, false]);
    const months = layOutTicks(range("2022-09-30T15:00Z", "2022-12-31T15:00Z"), SEOUL, 300, 60).major;
    expect(months.some(({ isWeekend }) => isWeekend)).toBe(false);
  });

  it.each([
    ["America/Sao_Paulo", "2018-11-02T03:00Z", "2018-11-07T02:00Z"],
    ["Europe/Berlin", "2023-03-23T23:00Z", "2023-03-28T22:00Z"],
    ["Europe/Berlin", "2023-10-26T22:00Z", "2023-10-31T23:00Z"],
    ["Pacific/Apia", "2011-12-28T10:00Z", "2012-01-02T10:00Z"],
    ["America/Toronto", "1919-03-29T05:00Z", "1919-04-02T04:00Z"],
  ])("begins every day of %s from %s where it begins there", (zone, start, end) => {
    const { unit, major } = layOutTicks(range(start, end), zone as Zone, 300, 50);
    expect(unit).toBe("day");
    expect(major.length).toBeGreaterThan(3);
    for (const tick of major) {
      expect(isMidnight(tick.at, zone as Zone)).toBe(true);
      expect(tick.label.split(" ")[1]).toBe(String(instantToCivil(tick.at, zone as Zone).day));
    }
  });

  it.each([
    ["2023-03-26T00:00Z", "2023-03-26T04:00Z", "01:00 | 03:00 | 04:00 | 05:00"],
    ["2023-10-28T23:00Z", "2023-10-29T03:00Z", "01:00 | 02:00 | 03:00"],
    ["2018-11-04T02:00Z", "2018-11-04T06:00Z", "03:00 | 04:00 | 05:00 | 06:00"],
  ])("labels no hour that Berlin's clocks skip, and none twice: %s", (start, end, expected) => {
    expect(labels(layOutTicks(range(start, end), "Europe/Berlin" as Zone, 400, 60).major)).toBe(expected);
  });
});

const zones = fc.constantFrom(
  ...(["UTC", "Asia/Seoul", "America/Sao_Paulo", "Europe/Berlin", "Asia/Kathmandu"] as Zone[]),
  ...(["Pacific/Apia", "Etc/GMT+12", "Pacific/Kiritimati", "Africa/Monrovia"] as Zone[]),
);
// As many windows of hours as of centuries.
const windows = fc
  .tuple(
    fc.double({ min: Math.log(20 * MINUTE), max: Math.log(LAST_INSTANT - FIRST_INSTANT), noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.boolean(),
  )
  .map(([log, share, isRecent]) => {
    const length = Math.min(Math.floor(Math.exp(log)), LAST_INSTANT - FIRST_INSTANT);
    const [first, last] = isRecent ? [at("1880-01-01"), at("2037-01-01")] : [FIRST_INSTANT, LAST_INSTANT];
    const start = Math.max(
      FIRST_INSTANT,
      Math.min(Math.round(first + share * (last - first)), LAST_INSTANT - length),
    );
    return toRange(start as Instant, (start + length) as Instant);
  });

// A shorter window can lie in the hour that the clocks show again, which gets no labels of its own.
const SHORTEST = 2 * HOUR;

function isWithinCalendar({ start, end }: Range, zone: Zone): boolean {
  return instantToCivil(start, zone).year >= 1 && instantToCivil(end, zone).year <= 9999;
}

describe("any axis", () => {
  it("has ticks in order, inside the range, each with its room, no label twice in a row", () => {
    fc.assert(
      fc.property(windows, zones, fc.integer({ min: 280, max: 2000 }), (window, zone, width) => {
        const gap = 64;
        const { major, context, unit } = layOutTicks(window, zone, width, gap);
        const perPixel = (window.end - window.start) / width;
        // Clocks are put forward by an hour and, once in Samoa, a day; local mean time differed by less than an hour.
        const leap = zone === UTC ? 0 : zone === "Pacific/Apia" ? DAY : HOUR;
        major.forEach((tick, i) => {
          expect(tick.at).toBeGreaterThanOrEqual(window.start);
          expect(tick.at).toBeLessThan(window.end);
          expect(tick.label).not.toMatch(/undefined|NaN|BC/);
          const before = major[i - 1];
          if (!before) return;
          expect(tick.at).toBeGreaterThan(before.at);
          expect(tick.at - before.at).toBeGreaterThanOrEqual(gap * perPixel - leap);
          expect(tick.label).not.toBe(before.label);
        });
        context.forEach((tick, i) => {
          const before = context[i - 1];
          if (before) expect(tick.at).toBeGreaterThan(before.at);
          if (before) expect(tick.label).not.toBe(before.label);
          if (i > 0) expect(tick.at).toBeGreaterThan(window.start);
        });
        if (unit !== "year" && isWithinCalendar(window, zone))
          expect(context[0]?.at).toBeLessThanOrEqual(window.start);
      }),
      { numRuns: 1500 },
    );
  });

  it("is not bare: a window of a thousand pixels has at least three ticks", () => {
    fc.assert(
      fc.property(windows, zones, (window, zone) => {
        fc.pre(window.end - window.start >= SHORTEST && isWithinCalendar(window, zone));
        expect(layOutTicks(window, zone, 1000, 64).major.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
