import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Passage, Source } from "@/core/record/record";
import { lengthInCodePoints, sliceCodePoints, toCodePointOffset } from "@/core/text/code-points";
import type { Day } from "@/core/time/day";
import { layOutText } from "./lay-out-text";

function toSource(text: string): Source {
  return {
    ...{
      id: "1",
      slug: "report",
      title: "Report",
      publisher: "Paper",
      byline: null,
      language: "en",
      url: null,
    },
    ...{
      publishedOn: "2023-01-29" as Day,
      retrievedOn: null,
      coverage: "full",
      publishes: "full",
      text,
      sha256: "",
      version: 1,
    },
  };
}

function toPassage(text: string, from: number, to: number): Passage {
  const [start, end] = [toCodePointOffset(from), toCodePointOffset(to)];
  const exact = sliceCodePoints(text, start, end);
  return {
    ...{
      id: `${from}-${to}`,
      slug: "p",
      sourceId: "1",
      sourceSha256: "",
      isKept: false,
      prefix: "",
      suffix: "",
    },
    start,
    end,
    exact,
  };
}

describe("layOutText", () => {
  const text = "He came. 😀 She left.";

  test("cuts at sentences, at passages and at what is chosen", () => {
    const parts = layOutText(toSource(text), [toPassage(text, 3, 13)], toPassage(text, 11, 14));
    const runs = parts.flatMap((part) => part.runs);
    expect(runs.map((run) => run.text)).toEqual(["He ", "came.", " ", "😀 ", "Sh", "e", " left."]);
    expect(runs.map((run) => run.passages.length)).toEqual([0, 1, 1, 1, 1, 0, 0]);
    expect(runs.filter((run) => run.isChosen).map((run) => run.text)).toEqual(["Sh", "e"]);
  });

  test("joined again its runs are the text, each at its index", () => {
    const words = fc.array(fc.constantFrom("He came. ", "😀", "\n", "x", "A. "), { maxLength: 20 });
    fc.assert(
      fc.property(words, fc.nat(60), fc.nat(60), (parts, a, b) => {
        const whole = parts.join("");
        const length = lengthInCodePoints(whole);
        const [from, to] = [Math.min(a, b, length), Math.min(Math.max(a, b), length)];
        const passages = from < to ? [toPassage(whole, from, to)] : [];
        const runs = layOutText(toSource(whole), passages, null).flatMap((part) => part.runs);
        expect(runs.map((run) => run.text).join("")).toBe(whole);
        for (const { index, text: run } of runs) expect(whole.startsWith(run, index)).toBe(true);
      }),
    );
  });
});
