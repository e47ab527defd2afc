import { describe, expect, it } from "vitest";
import { sliceCodePoints, toCodePointOffset } from "../text/code-points";
import type { Day } from "./day";
import { findTimeWords, listTimeWords } from "./find-time-words";
import { UTC } from "./zone";

const REPORT = { publishedOn: "2023-01-29" as Day, zone: UTC };

describe("findTimeWords", () => {
  it.each([
    ["The envoy, in office since 2014, landed on Sunday.", "Sunday", "2023-01-29"],
    [
      "After talks last year they met on 12 and 13 January in Oslo.",
      "12 and 13 January",
      "2023-01-12/2023-01-13",
    ],
    ["Pyongyang on Sunday protested for a second day.", "for a second day", "2023-01-28/2023-01-29"],
    ["They joined as observers last year.", "last year", "2022"],
    [
      "The blast, at 4:00 a.m. local time on Friday, hit the port.",
      "at 4:00 a.m. local time on Friday",
      "2023-01-27T04:00",
    ],
    ["LISBON, March 5 (Agency) - The minister came on Sunday.", "Sunday", "2023-01-29"],
    ["LISBON, Jan 29 (Agency) - They had agreed last year.", "last year", "2022"],
    ["LISBON, Jan 29 (Agency) - The minister came.", "Jan 29", "2023-01-29"],
    ["Both sides will meet again next week.", "next week", "2023-01-30~/2023-02-05~"],
  ])("%s", (passage, words, edtf) => {
    expect(findTimeWords(passage, REPORT)).toMatchObject({ words, edtf });
  });

  it("counts its offsets in code points", () => {
    const passage = "😀😀 A crowd gathered on Friday, and again yesterday.";
    const found = listTimeWords(passage, REPORT);
    expect(found.map(({ words }) => words)).toEqual(["Friday", "yesterday"]);
    for (const { start, end, words } of found) {
      expect(sliceCodePoints(passage, toCodePointOffset(start), toCodePointOffset(end))).toBe(words);
    }
  });

  it("reads each verb for the words beside it", () => {
    const passage = "He arrived on Friday and will leave on Tuesday. On Wednesday the talks ended.";
    expect(listTimeWords(passage, REPORT).map(({ edtf }) => edtf)).toEqual([
      "2023-01-27",
      "2023-01-31",
      "2023-01-25",
    ]);
  });

  it("finds nothing where nothing is said of time", () => {
    expect(findTimeWords("Mr. May may march with 2,000 men of the 18th regiment.", REPORT)).toBeNull();
  });

  it("reads a long report in little time", () => {
    const report =
      "The envoy landed on Sunday and will meet ministers on Tuesday at 3 p.m. in the capital. ".repeat(50);
    const started = performance.now();
    expect(listTimeWords(report, REPORT)).toHaveLength(100);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
