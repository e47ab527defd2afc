import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locateOnce, suggestAnchors } from "./anchor";
import { lengthInCodePoints, sliceCodePoints, toCodePointOffset } from "./code-points";

const source = (text: string) => ({ text, coverage: "full" as const });

describe("locateOnce", () => {
  it.each([
    ["It rained. The envoy left.", "The envoy left.", 11],
    ["🌙 The envoy left.", "The envoy left.", 2],
    ["It rained. It rained.", "It rained.", null],
    ["aaa", "aa", null],
    ["It snowed.", "It rained.", null],
    ["An e\u0301lan", "\u00e9lan", null],
    ["anything", "", null],
  ])("in “%s” finds “%s” at %j", (text, exact, expected) => {
    expect(locateOnce(text, exact)).toBe(expected);
  });

  it("is exact wherever it finds", () => {
    const word = fc.constantFrom("ab", "ba", "🌙", " ");
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(""));
    fc.assert(
      fc.property(text, text, (whole, exact) => {
        const at = locateOnce(whole, exact);
        if (at === null) return;
        const end = toCodePointOffset(at + lengthInCodePoints(exact));
        expect(sliceCodePoints(whole, at, end)).toBe(exact);
      }),
    );
  });
});

describe("suggestAnchors", () => {
  const quoted = { exact: "It rained.", prefix: "The envoy left. ", suffix: " Nobody came." };

  it("puts first the place whose surroundings are those of the quotation", () => {
    const text = "It rained. We waited. The envoy left. It rained. Nobody came.";
    expect(suggestAnchors(source(text), quoted).map(({ start }) => start)).toEqual([38, 0]);
  });

  it("offers the sentences that are most like it where it is not said any more", () => {
    const text =
      "A spokesman declined to comment. 🌙 The ministers met in Oslo on Monday, an aide said. It rained.";
    const found = suggestAnchors(source(text), { ...quoted, exact: "The ministers met in Oslo on Sunday." });
    expect(found.map(({ exact }) => exact)).toEqual([
      "🌙 The ministers met in Oslo on Monday, an aide said.",
    ]);
    const [first] = found;
    expect(first && sliceCodePoints(text, first.start, first.end)).toBe(first?.exact);
  });

  it("offers nothing where nothing is like it", () => {
    expect(suggestAnchors(source("Fish was landed. Nets were dried."), quoted)).toEqual([]);
  });
});
