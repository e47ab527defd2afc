import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toExcerpts } from "./excerpts";
import { layOutSentences } from "./sentences";

const read = (text: string) =>
  layOutSentences({ text, coverage: "full" }).map(({ start, end }) => text.slice(start, end));

describe("layOutSentences", () => {
  test.each([
    ["two sentences", "He arrived. He left.", ["He arrived.", "He left."]],
    ["lines", "Head\n\nHe arrived.\n", ["Head", "He arrived."]],
    ["titles", "Gen. Park met Mr. Kim. Both left.", ["Gen. Park met Mr. Kim.", "Both left."]],
    [
      "initials",
      "The U.S. President spoke. J. R. Smith heard.",
      ["The U.S. President spoke.", "J. R. Smith heard."],
    ],
    ["a quotation", "“We will come.” He left.", ["“We will come.”", "He left."]],
    ["another script", "彼は来た。彼は去った。", ["彼は来た。", "彼は去った。"]],
    ["nothing", " \n ", []],
  ])("finds %s", (_, text, sentences) => {
    expect(read(text)).toEqual(sentences);
  });

  test("leaves the gaps between excerpts out", () => {
    const text = toExcerpts(["He arrived.", "He left."]);
    const sentences = layOutSentences({ text, coverage: "excerpts" });
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(["He arrived.", "He left."]);
  });

  test("leaves out nothing but blanks, and keeps the order", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "B", ".", " ", "\n", "?", "“", "😀") }), (text) => {
        const sentences = layOutSentences({ text, coverage: "full" });
        let last = 0;
        for (const { start, end } of sentences) {
          expect(text.slice(last, start).trim()).toBe("");
          expect(start).toBeLessThan(end);
          last = end;
        }
        expect(text.slice(last).trim()).toBe("");
      }),
    );
  });
});
