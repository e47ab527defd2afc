import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWhen, toWhen } from "./edtf";
import { FIRST_INSTANT, LAST_INSTANT } from "./instant";
import { whenToWords } from "./when-words";
import { UTC, type Zone } from "./zone";

const SEOUL = "Asia/Seoul" as Zone;

function toTexts(text: string, zone: Zone): (string | null)[] {
  const { beginEarliest, beginLatest, endEarliest, endLatest } = toWhen(text, zone).bounds;
  return [beginEarliest, beginLatest, endEarliest, endLatest].map((at) =>
    at === null ? null : new Date(at).toISOString().slice(0, 19),
  );
}

describe("a single date", () => {
  it.each([
    ["2023-01-29", SEOUL, "day", "2023-01-28T15:00:00", "2023-01-29T15:00:00"],
    ["2023-01", SEOUL, "month", "2022-12-31T15:00:00", "2023-01-31T15:00:00"],
    ["2022", UTC, "year", "2022-01-01T00:00:00", "2023-01-01T00:00:00"],
    ["202X", UTC, "decade", "2020-01-01T00:00:00", "2030-01-01T00:00:00"],
    ["19XX", UTC, "century", "1900-01-01T00:00:00", "2000-01-01T00:00:00"],
    ["2023-XX", UTC, "year", "2023-01-01T00:00:00", "2024-01-01T00:00:00"],
    ["2023-XX-XX", UTC, "year", "2023-01-01T00:00:00", "2024-01-01T00:00:00"],
    ["2024-02-XX", UTC, "month", "2024-02-01T00:00:00", "2024-03-01T00:00:00"],
    ["2023-21", UTC, "season", "2023-03-01T00:00:00", "2023-06-01T00:00:00"],
    ["2023-22", UTC, "season", "2023-06-01T00:00:00", "2023-09-01T00:00:00"],
    ["2023-23", UTC, "season", "2023-09-01T00:00:00", "2023-12-01T00:00:00"],
    ["2023-24", UTC, "season", "2023-12-01T00:00:00", "2024-03-01T00:00:00"],
    ["2023-01-29T17:00", SEOUL, "minute", "2023-01-29T08:00:00", "2023-01-29T08:01:00"],
    ["2023-01-29T17:00:30", SEOUL, "minute", "2023-01-29T08:00:30", "2023-01-29T08:00:31"],
    ["2023-01-29T08:00Z", SEOUL, "minute", "2023-01-29T08:00:00", "2023-01-29T08:01:00"],
    ["2023-01-29T03:00:00-05:00", SEOUL, "minute", "2023-01-29T08:00:00", "2023-01-29T08:00:01"],
    ["2018-11-04", "America/Sao_Paulo" as Zone, "day", "2018-11-04T03:00:00", "2018-11-05T02:00:00"],
    ["2023-10-29", "Europe/Berlin" as Zone, "day", "2023-10-28T22:00:00", "2023-10-29T23:00:00"],
    ["000X", UTC, "decade", "0001-01-01T00:00:00", "0010-01-01T00:00:00"],
  ] as const)("%s in %s is of the precision %s", (text, zone, precision, start, end) => {
    expect(toWhen(text, zone).precision).toBe(precision);
    expect(toTexts(text, zone)).toEqual([start, end, start, end]);
  });

  it("keeps the text, trimmed, and its zone", () => {
    expect(toWhen(" 2023-01 ", SEOUL)).toMatchObject({ edtf: "2023-01", zone: SEOUL });
  });

  it.each([
    ["2023-01-29?", false, true],
    ["2023-01-29~", true, false],
    ["2023-01-29%", true, true],
    ["2022~/2023?", true, true],
    ["2023", false, false],
  ])("%s: approximate %s, uncertain %s", (text, approximate, uncertain) => {
    const when = toWhen(text, UTC);
    expect(when).toMatchObject({ approximate, uncertain });
    expect(when.bounds).toEqual(toWhen(text.replaceAll(/[?~%]/g, ""), UTC).bounds);
  });
});

describe("an interval", () => {
  it.each([
    ["2022-06-29/2022-06-30", ["2022-06-29", "2022-06-30", "2022-06-30", "2022-07-01"]],
    ["2022/2023-02", ["2022-01-01", "2023-01-01", "2023-02-01", "2023-03-01"]],
    // Nothing ends before it begins.
    ["2023/2023-02", ["2023-01-01", "2023-03-01", "2023-02-01", "2023-03-01"]],
    ["2023-02/2023", ["2023-02-01", "2023-03-01", "2023-02-01", "2024-01-01"]],
    ["../2022-06-29", [null, "2022-06-30", "2022-06-29", "2022-06-30"]],
    ["/2022-06-29", [null, "2022-06-30", "2022-06-29", "2022-06-30"]],
    ["2023-01-30/..", ["2023-01-30", "2023-01-31", "2023-01-30", null]],
    ["2023-01-30/", ["2023-01-30", "2023-01-31", "2023-01-30", null]],
  ])("%s", (text, expected) => {
    expect(toTexts(text, UTC).map((at) => at?.slice(0, 10) ?? null)).toEqual(expected);
  });

  it("is as precise as its coarser end", () => {
    expect(toWhen("2022/2023-02-01", UTC).precision).toBe("year");
    expect(toWhen("2022-01-01T10:00/2022-01-03", UTC).precision).toBe("day");
  });
});

describe("a refusal", () => {
  it.each([
    ["", /empty/],
    ["   ", /empty/],
    [`2023${" ".repeat(61)}x`, /longer than 64/],
    ["-0044-03-15", /BCE/],
    ["-2023", /BCE/],
    ["0000", /BCE/],
    ["0000-01-01", /BCE/],
    ["-0044/2023", /BCE/],
    ["Y170000002", /four digits/],
    ["12023", /four digits/],
    ["[1667,1668]", /level 2/],
    ["{1960,1961}", /level 2/],
    ["1X23", /not a date/],
    ["XXXX", /not a date/],
    ["1950S2", /not a date/],
    ["2023-?01-29", /not a date/],
    ["2023?-01-29", /not a date/],
    ["202X-01", /level 2/],
    ["2023-XX-29", /level 2/],
    ["2023-25", /no month 25/],
    ["2023-13", /no month 13/],
    ["2023-00", /no month 00/],
    ["2023-21-01", /season/],
    ["9999-24", /9999/],
    ["2023-02-29", /not a day/],
    ["2023-02-29T10:00", /not a day/],
    ["2023-01-29T24:00", /not a time/],
    ["2023-01-29T10:60", /not a time/],
    ["2023-01-29T10:00+19:00", /offset/],
    ["2023-01-29T10:00+05:75", /not a date/],
    ["0001-01-01T00:00+10:00", /outside of the years/],
    ["2023-01-29 10:00", /not a date/],
    ["29 January 2023", /not a date/],
    ["2023-1-29", /not a date/],
    ["../..", /no date/],
    ["/", /no date/],
    ["..", /open end/],
    ["2023-02/2023-01", /ends before it begins/],
    ["2023/2022", /ends before it begins/],
    ["2022/2023/2024", /two ends/],
  ])("of %j says why in a sentence", (text, reason) => {
    const result = parseWhen(text, UTC);
    expect(result).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
    expect(result).toMatchObject({ reason: expect.stringMatching(/^[“A-Z].*\.$/) });
  });

  it("covers days and hours that the zone skipped", () => {
    expect(parseWhen("2011-12-30", "Pacific/Apia" as Zone)).toMatchObject({ ok: false });
    expect(parseWhen("2011-12-30", "Pacific/Pago_Pago" as Zone)).toMatchObject({ ok: true });
    expect(parseWhen("2023-03-26T02:30", "Europe/Berlin" as Zone)).toMatchObject({ ok: false });
  });

  it("is a RangeError of toWhen that names text and reason", () => {
    expect(() => toWhen("2023-02-29", UTC)).toThrow(RangeError);
    expect(() => toWhen("2023-02-29", UTC)).toThrow(/2023-02-29.*not a day of the calendar/);
  });

  it("never is an exception, whatever the text", () => {
    const odd = fc.string({ unit: fc.constantFrom(..."0123456789-/.XT:Z?~%+Y[ "), maxLength: 24 });
    fc.assert(
      fc.property(fc.oneof(odd, fc.string()), (text) => typeof parseWhen(text, SEOUL).ok === "boolean"),
      {
        numRuns: 2000,
      },
    );
  });
});

const pad = (value: number, length = 2) => String(value).padStart(length, "0");
const year = fc.oneof(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1850, max: 2050 }));
const calendarDate = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .chain(([y, m, d]) => {
    const forms = [pad(y, 4), `${pad(y, 4)}-${pad(m)}`, `${pad(y, 4)}-${pad(m)}-${pad(d)}`] as const;
    return fc.constantFrom(
      ...forms,
      `${forms[2]}T${pad(d % 24)}:${pad(m)}:${pad(d)}Z`,
      `${pad(y, 4).slice(0, 3)}X`,
      `${pad(y, 4)}-XX`,
      `${forms[1]}-XX`,
      `${pad(y, 4)}-XX-XX`,
    );
  })
  .filter((text) => !text.startsWith("000X"));
const season = fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, s]) => `${pad(y, 4)}-${s}`);
const date = fc
  .tuple(fc.oneof(calendarDate, season), fc.constantFrom("", "?", "~", "%"))
  .map(([text, mark]) => text + mark);
const end = fc.oneof({ arbitrary: date, weight: 3 }, { arbitrary: fc.constantFrom("..", ""), weight: 1 });
const anyText = fc.oneof(
  date,
  fc.tuple(end, end).map(([a, b]) => `${a}/${b}`),
);
const zone = fc.constantFrom(
  ...(["UTC", "Etc/GMT+12", "Pacific/Kiritimati", "Asia/Kathmandu", "Pacific/Chatham"] as Zone[]),
  ...(["Pacific/Apia", "America/Sao_Paulo", "Africa/Monrovia", "Europe/Berlin"] as Zone[]),
);

describe("whatever is read", () => {
  it("has ordered bounds within the supported instants, and reads again as the same", () => {
    fc.assert(
      fc.property(anyText, zone, (text, place) => {
        const result = parseWhen(text, place);
        if (!result.ok) return;
        const { when } = result;
        const { beginEarliest, beginLatest, endEarliest, endLatest } = when.bounds;
        const inOrder = (a: number | null, b: number | null) => a === null || b === null || a < b;
        const inOrderOrEqual = (a: number | null, b: number | null) => a === null || b === null || a <= b;
        expect(inOrder(beginEarliest, beginLatest)).toBe(true);
        expect(inOrder(endEarliest, endLatest)).toBe(true);
        expect(inOrderOrEqual(beginEarliest, endEarliest)).toBe(true);
        expect(inOrderOrEqual(beginLatest, endLatest)).toBe(true);
        expect(beginLatest).not.toBeNull();
        expect(endEarliest).not.toBeNull();
        for (const at of [beginEarliest, beginLatest, endEarliest, endLatest]) {
          if (at === null) continue;
          expect(at).toBeGreaterThanOrEqual(FIRST_INSTANT);
          expect(at).toBeLessThanOrEqual(LAST_INSTANT);
        }
        expect(toWhen(when.edtf, place)).toEqual(when);
        expect(when.edtf).toBe(text);
        expect(whenToWords(when)).not.toMatch(/undefined|NaN|null| {2}/);
      }),
      { numRuns: 2000 },
    );
  });

  it("is what the edtf package makes of it, in UTC and without seasons, where that is right", () => {
    // It takes the years below 100 for the twentieth century's.
    const plain = calendarDate.filter((text) => !text.startsWith("00"));
    fc.assert(
      fc.property(plain, fc.constantFrom("", "?", "~", "%"), (text, mark) => {
        // Nor does it know qualified times or unspecified digits.
        fc.pre(!(/[TX]/.test(text) && mark));
        const oracle = edtf(text + mark);
        const { bounds } = toWhen(text + mark, UTC);
        expect(bounds.beginEarliest).toBe(oracle.min);
        // Its ends are the last millisecond, of a time the instant itself.
        if (!text.includes("T")) expect(bounds.endLatest).toBe(oracle.max + 1);
      }),
    );
  });

  it("is read at all where it is well formed", () => {
    fc.assert(fc.property(date, (text) => parseWhen(text, UTC).ok));
  });
});
