import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWhen } from "../time/edtf";
import { UTC } from "../time/zone";
import { parseDateCell, toInterval } from "./date-cell";

describe("a date as it is written", () => {
  it.each([
    ["2022-02-24", "2022-02-24"],
    [" 2022-02 ", "2022-02"],
    ["2022", "2022"],
    ["202X", "202X"],
    ["2022-02-24/2022-02-26", "2022-02-24/2022-02-26"],
    ["2022/02/24", "2022-02-24"],
    ["20220224", "2022-02-24"],
    ["24 February 2022", "2022-02-24"],
    ["Thursday, 24 Feb 2022", "2022-02-24"],
    ["24-Feb-2022", "2022-02-24"],
    ["1st April 2018", "2018-04-01"],
    ["Feb 24, 2022", "2022-02-24"],
    ["Sept. 3 2022", "2022-09-03"],
    ["February 2022", "2022-02"],
    ["24/02/2022", "2022-02-24"],
    ["2/24/2022", "2022-02-24"],
    ["3.4.2022", "2022-04-03"],
    ["04/04/2022", "2022-04-04"],
    ["2016-01-01 00:00:00.000", "2016-01-01"],
    ["2016-01-01T00:00:00Z", "2016-01-01"],
    ["2016-01-01 10:30", "2016-01-01T10:30"],
    ["2016-01-01T10:30:15.123Z", "2016-01-01T10:30:15Z"],
    ["2016-01-01 10:30:00 UTC", "2016-01-01T10:30:00Z"],
    ["2016-01-01T10:30:00+0530", "2016-01-01T10:30:00+05:30"],
    ["24/02/2022 9:05", "2022-02-24T09:05"],
    ["2/24/2022 9:05 PM", "2022-02-24T21:05"],
    ["2/24/2022 12:05 a.m.", "2022-02-24T00:05"],
  ])("%s is %s", (cell, edtf) => {
    expect(parseDateCell(cell, null)).toEqual({ edtf });
  });

  it("is read in the order that is stated", () => {
    expect(parseDateCell("3/4/2022", "dmy")).toEqual({ edtf: "2022-04-03" });
    expect(parseDateCell("3/4/2022", "mdy")).toEqual({ edtf: "2022-03-04" });
    expect(parseDateCell("24/2/2022", "mdy")).toMatchObject({ reason: expect.stringMatching(/month 24/) });
  });

  it.each([
    ["3/4/2022", /day or month first/],
    ["3/4/22", /century/],
    ["44 BC", /BCE/],
    ["-0044-03-15", /BCE/],
    ["0000-01-01", /BCE/],
    ["2022-13-01", /month 13/],
    ["2023-02-29", /not a day/],
    ["31 April 2022", /not a day/],
    ["24 Fevrier 2022", /no month/],
    ["2021-22", /two years/],
    ["2/24/2022 13:05 PM", /not a time/],
    ["44616", /four digits|not a date/],
    ["yesterday", /not a date/],
    ["", /empty/],
    ["x".repeat(65), /longer/],
  ])("%j is refused", (cell, reason) => {
    expect(parseDateCell(cell, null)).toMatchObject({ reason: expect.stringMatching(reason) });
  });

  it("is EDTF that can be read, or a reason, whatever the cell", () => {
    const near = fc.string({ unit: fc.constantFrom(..."0123456789-/.: TZFebruary,APM+"), maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), fc.constantFrom("dmy", "mdy", null), (cell, order) => {
        const date = parseDateCell(cell, order);
        if ("edtf" in date) expect(parseWhen(date.edtf, UTC).ok).toBe(true);
        else expect(date.reason).toMatch(/\.$/);
      }),
      { numRuns: 2000 },
    );
  });

  it("is the day of any Date's toISOString at midnight, and the moment at other times", () => {
    const date = fc.date({
      min: new Date(Date.UTC(1000, 0)),
      max: new Date(Date.UTC(9999, 0)),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, (at) => {
        const text = at.toISOString();
        const isMidnight = text.slice(11, 19) === "00:00:00";
        expect(parseDateCell(text, null)).toEqual({
          edtf: isMidnight ? text.slice(0, 10) : `${text.slice(0, 19)}Z`,
        });
      }),
    );
  });
});

describe("two dates", () => {
  it.each([
    ["2022-02-24", null, "2022-02-24"],
    ["2022-02-24", "2022-02-24", "2022-02-24"],
    ["2022-02-24", "2022-03", "2022-02-24/2022-03"],
    ["..", "2022", "../2022"],
  ])("from %s to %s are %s", (begin, end, edtf) => {
    expect(toInterval(begin, end)).toEqual({ edtf });
  });

  it.each([
    ["2022-02-24", "2022-02-23", /ends before/],
    ["2022/2023", "2024", /two single dates/],
  ])("from %s to %s are refused", (begin, end, reason) => {
    expect(toInterval(begin, end)).toMatchObject({ reason: expect.stringMatching(reason) });
  });
});
