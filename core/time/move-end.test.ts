import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toWhen } from "./edtf";
import { DAY, FIRST_INSTANT, type Instant, LAST_INSTANT } from "./instant";
import { locateEnd, moveEnd, stepEnd, type WhenEnd } from "./move-end";
import { UTC, type Zone } from "./zone";

const SEOUL = "Asia/Seoul" as Zone;
const at = (text: string) => Date.parse(text) as Instant;

describe("an end that is dragged", () => {
  it.each([
    ["2023-01-29", "end", "2023-01-31T20:00Z", "2023-01-29/2023-01-31"],
    ["2023-01-29", "end", "2023-01-31T09:00Z", "2023-01-29/2023-01-30"],
    ["2023-01-29", "begin", "2023-01-28T02:00Z", "2023-01-28/2023-01-29"],
    ["2023-01-29/2023-01-31", "end", "2023-01-30T01:00Z", "2023-01-29"],
    ["2023-01-29/2023-01-31", "begin", "2023-03-01T00:00Z", "2023-01-31"],
    ["2023-01", "end", "2023-03-02T00:00Z", "2023-01/2023-02"],
    ["2022", "begin", "2020-08-01T00:00Z", "2021/2022"],
    ["201X", "end", "2031-01-01T00:00Z", "201X/202X"],
    ["19XX", "begin", "1760-01-01T00:00Z", "18XX/19XX"],
    ["2023-21", "end", "2024-02-20T00:00Z", "2023-21/2023-24"],
    ["2023-24", "begin", "2023-06-20T00:00Z", "2023-22/2023-24"],
    ["2023-01-XX", "end", "2023-02-25T00:00Z", "2023-01-XX/2023-02-XX"],
    ["2023-XX-XX", "end", "2024-12-25T00:00Z", "2023-XX-XX/2024-XX-XX"],
    ["2023-01-29?", "end", "2023-01-31T00:00Z", "2023-01-29?/2023-01-30?"],
    ["2022~/2023%", "end", "2024-12-01T00:00Z", "2022~/2024%"],
    ["2023-01-29/..", "begin", "2023-01-30T00:00Z", "2023-01-30/.."],
    ["/2023-01-29", "end", "2023-01-29T01:00Z", "/2023-01-28"],
    ["2023/2023-02", "end", "2022-03-01T00:00Z", "2023/2023-01"],
    ["2023-01-29T17:00", "end", "2023-01-29T18:30:10Z", "2023-01-29T17:00/2023-01-29T18:29"],
    ["2023-01-29T17:00+09:00", "end", "2023-01-29T08:30Z", "2023-01-29T17:00+09:00/2023-01-29T17:29+09:00"],
    ["2023-01-29T17:00:30Z", "begin", "2023-01-29T17:00:10Z", "2023-01-29T17:00:10Z/2023-01-29T17:00:30Z"],
  ] as const)("%s: the %s to %s", (edtf, end, to, expected) => {
    expect(moveEnd(toWhen(edtf, UTC), end, at(to)).edtf).toBe(expected);
  });

  it("counts days at the place", () => {
    const when = toWhen("2023-01-29", SEOUL);
    expect(moveEnd(when, "end", at("2023-01-30T15:00Z")).edtf).toBe("2023-01-29/2023-01-30");
  });

  it("passes over a day that the place's calendar skipped", () => {
    const when = toWhen("2011-12-29", "Pacific/Apia" as Zone);
    expect(stepEnd(when, "end", 1).edtf).toBe("2011-12-29/2011-12-31");
  });

  it.each([
    ["2023-01-29/..", "end"],
    ["../2023-01-29", "begin"],
  ] as const)("leaves the open end of %s open", (edtf, end) => {
    const when = toWhen(edtf, UTC);
    expect(locateEnd(when, end)).toBeNull();
    expect(moveEnd(when, end, at("2023-01-31T00:00Z"))).toBe(when);
    expect(stepEnd(when, end, 3)).toBe(when);
  });

  it.each([
    ["0001-01-01", "begin", -1],
    ["9999-12-31", "end", 1],
    ["0001", "begin", -10],
  ] as const)("%s: stays within the years that there are", (edtf, end, steps) => {
    const when = toWhen(edtf, UTC);
    expect(stepEnd(when, end, steps)).toBe(when);
  });
});

it("steps by units of the end's precision", () => {
  const when = toWhen("2023-01", UTC);
  expect(stepEnd(when, "end", 10).edtf).toBe("2023-01/2023-11");
  expect(stepEnd(when, "begin", -1).edtf).toBe("2022-12/2023-01");
  expect(stepEnd(when, "begin", 5)).toBe(when);
});

const digits = (value: number, length: number) => String(value).padStart(length, "0");
const single = fc
  .record({
    year: fc.integer({ min: 2, max: 9997 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 4, max: 23 }),
    form: fc.integer({ min: 0, max: 8 }),
    qualifier: fc.constantFrom("", "", "?", "~", "%"),
  })
  .map(({ year, month, day, hour, form, qualifier }) => {
    const [y, m, d] = [digits(year, 4), digits(month, 2), digits(day, 2)];
    const forms = [
      y,
      `${y.slice(0, 3)}X`,
      `${y.slice(0, 2)}XX`,
      `${y}-${m}`,
      `${y}-2${(month % 4) + 1}`,
      `${y}-${m}-XX`,
      `${y}-${m}-${d}`,
      `${y}-${m}-${d}T${digits(hour, 2)}:30`,
      `${y}-${m}-${d}T${digits(hour, 2)}:30:15Z`,
    ];
    return `${forms[form]}${qualifier}`;
  });
const zones = fc.constantFrom(UTC, SEOUL, "America/St_Johns" as Zone, "Europe/Berlin" as Zone);
const whens = fc
  .record({ first: single, second: fc.option(fc.oneof(single, fc.constant(".."))), zone: zones })
  .map(({ first, second, zone }) => {
    for (const text of second === null ? [first] : [`${first}/${second}`, `${second}/${first}`]) {
      try {
        return toWhen(text, zone);
      } catch {
        // The other order may be one that can be read.
      }
    }
    return toWhen(first, zone);
  });
const ends = fc.constantFrom<WhenEnd>("begin", "end");

describe("whatever the date", () => {
  it("a drag by nothing changes nothing", () => {
    fc.assert(
      fc.property(whens, ends, (when, end) => {
        const here = locateEnd(when, end);
        if (here !== null) expect(moveEnd(when, end, here)).toBe(when);
        expect(stepEnd(when, end, 0)).toBe(when);
      }),
    );
  });

  it("a drag gives a date that is read again as the same, in order, with the other end and the marks as they were", () => {
    fc.assert(
      fc.property(
        whens,
        ends,
        fc.oneof(
          fc.integer({ min: FIRST_INSTANT, max: LAST_INSTANT }),
          fc.integer({ min: -400 * DAY, max: 400 * DAY }),
        ),
        (when, end, far) => {
          const to = Math.abs(far) <= 400 * DAY ? (locateEnd(when, end) ?? 0) + far : far;
          const moved = moveEnd(when, end, to as Instant);
          expect(toWhen(moved.edtf, when.zone)).toEqual(moved);
          const { beginEarliest, beginLatest, endEarliest, endLatest } = moved.bounds;
          const inOrder = (a: number | null, b: number | null) => a === null || b === null || a <= b;
          expect(inOrder(beginEarliest, beginLatest) && inOrder(endEarliest, endLatest)).toBe(true);
          expect(inOrder(beginEarliest, endEarliest) && inOrder(beginLatest, endLatest)).toBe(true);
          const other = end === "begin" ? "end" : "begin";
          expect(locateEnd(moved, other)).toBe(locateEnd(when, other));
          expect([moved.approximate, moved.uncertain]).toEqual([when.approximate, when.uncertain]);
        },
      ),
    );
  });

  it("a step there and back changes nothing, unless the other end or the calendar is in the way", () => {
    fc.assert(
      fc.property(whens, ends, (when, end) => {
        const outwards = end === "begin" ? -1 : 1;
        const there = stepEnd(when, end, outwards);
        if (there !== when) expect(stepEnd(there, end, -outwards).bounds).toEqual(when.bounds);
      }),
    );
  });
});
