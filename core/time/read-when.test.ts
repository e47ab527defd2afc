import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "./day";
import { readWhen } from "./read-when";
import type { Zone } from "./zone";

const REPORT = { publishedOn: "2023-01-29" as Day, zone: "Asia/Seoul" as Zone };

describe("readWhen", () => {
  it.each([
    ["2023-01-29", "2023-01-29"],
    [" 2022-06-29/2022-06-30 ", "2022-06-29/2022-06-30"],
    ["2022-22", "2022-22"],
    ["199X", "199X"],
    ["sunday", "2023-01-29"],
    ["on sun", "2023-01-29"],
    ["last june", "2022-06"],
    ["may 2019", "2019-05"],
    ["sept 2019", "2019-09"],
    ["jan 18 2023", "2023-01-18"],
    ["18 JANUARY 2023", "2023-01-18"],
    ["13/02/2023", "2023-02-13"],
    ["the 1990s", "199X"],
    ["3pm", "2023-01-29T15:00"],
    ["sometime in may", "2022-05~"],
    ["In the summer of 2021", "2021-22"],
  ])("%s is %s", (text, edtf) => {
    expect(readWhen(text, REPORT)).toMatchObject({ ok: true, when: { edtf, zone: "Asia/Seoul" } });
  });

  it("gives the rule of words, and none of EDTF", () => {
    expect(readWhen("tuesday", REPORT)).toMatchObject({ rule: "the Tuesday before the report’s date" });
    expect(readWhen("2023-01-24", REPORT)).toMatchObject({ rule: null });
  });

  it.each([
    ["", /empty/],
    ["01/02/2023", /day or month first/],
    ["31/02/2023", /not a day/],
    ["2023-13", /no month 13/],
    ["2023-02-30", /not a day/],
    ["44 BC", /BCE/],
    ["-0044", /BCE/],
    ["soon", /“soon” is neither a date in EDTF.*nor words such as “Sunday”/],
    ["Sunday or Monday", /neither/],
    ["the 30th of February", /neither/],
    ["x".repeat(65), /longer than 64/],
  ])("refuses “%s”", (text, reason) => {
    const result = readWhen(text, REPORT);
    expect(result.ok ? result.when.edtf : result.reason).toMatch(reason);
    expect(result.ok).toBe(false);
  });

  it("answers whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const result = readWhen(text, REPORT);
        if (!result.ok) expect(result.reason).toMatch(/\.$/);
      }),
    );
  });
});
