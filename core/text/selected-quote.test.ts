import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sliceCodePoints } from "./code-points";
import { toExcerpts } from "./excerpts";
import { toSelectedQuote } from "./selected-quote";

const full = (text: string) => ({ text, coverage: "full" as const });

function quoteIn(text: string, from: number, to: number) {
  const result = toSelectedQuote(full(text), from, to);
  if (!result.ok) throw new Error(result.reason);
  return result.quote;
}

describe("toSelectedQuote", () => {
  test("leaves the blanks at the ends out, in whichever direction was dragged", () => {
    const text = "He arrived\non Sunday.";
    expect(quoteIn(text, 2, 11)).toEqual({ start: 3, end: 10, exact: "arrived" });
    expect(quoteIn(text, 11, 2)).toEqual({ start: 3, end: 10, exact: "arrived" });
  });

  test.each([
    ["a letter with its accent", "cafe\u0301 bar", 0, 4, "cafe\u0301"],
    ["a pair of surrogates", "a 😀 b", 3, 6, "😀 b"],
    ["a family", "👩‍👩‍👧 came", 3, 5, "👩‍👩‍👧"],
    ["a flag", "🇰🇷🇯🇵", 0, 2, "🇰🇷"],
    ["a line that ends in two characters", "one\r\ntwo", 4, 8, "two"],
  ])("takes the whole of %s", (_, text, from, to, exact) => {
    expect(quoteIn(text, from, to).exact).toBe(exact);
  });

  test("counts in code points", () => {
    expect(quoteIn("😀😀 Seoul", 5, 10)).toEqual({ start: 3, end: 8, exact: "Seoul" });
  });

  test("quotes what stands at its offsets, whatever is selected", () => {
    const text = fc.array(fc.constantFrom("a", " ", "\n", "\r\n", "😀", "e\u0301", "👩‍👧", "🇰🇷"), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(80), (parts, from, to) => {
        const whole = parts.join("");
        const result = toSelectedQuote(full(whole), from, to);
        if (!result.ok) return;
        const { start, end, exact } = result.quote;
        expect(sliceCodePoints(whole, start, end)).toBe(exact);
        expect(exact).toBe(exact.trim());
      }),
    );
  });

  const excerpts = { text: toExcerpts(["He arrived.", "He left."]), coverage: "excerpts" as const };

  test.each([
    ["over a gap", 3, 25],
    ["into a gap", 3, 14],
    ["of a part of a gap", 14, 15],
  ])("refuses a selection %s between excerpts", (_, from, to) => {
    const result = toSelectedQuote(excerpts, from, to);
    expect(result).toEqual({ ok: false, reason: expect.stringContaining("not stored") });
  });

  test("takes an excerpt up to its gap, and a text's own brackets where nothing is left out", () => {
    expect(toSelectedQuote(excerpts, 0, 13)).toMatchObject({ ok: true, quote: { exact: "He arrived." } });
    expect(quoteIn("one […] two", 0, 11).exact).toBe("one […] two");
  });

  test("refuses blanks, and more than a passage may hold", () => {
    expect(toSelectedQuote(full("a  b"), 1, 3)).toEqual({ ok: false, reason: "No words are selected." });
    expect(toSelectedQuote(full("a".repeat(20_001)), 0, 20_001)).toMatchObject({ ok: false });
  });
});
