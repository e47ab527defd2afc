import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCodePointOffset } from "./code-points";
import { CONTEXT_LENGTH, locateQuote, verifyQuote } from "./quote";

const characters = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }), {
  minLength: 2,
  maxLength: 120,
});

describe("verifyQuote", () => {
  it("accepts what stands there, with its context, and the three join up again", () => {
    fc.assert(
      fc.property(characters, fc.nat(), fc.nat(), (graphemes, a, b) => {
        const points = [...graphemes.join("")];
        const start = a % points.length;
        const end = start + 1 + (b % (points.length - start));
        const text = points.join("");
        const quote = verifyQuote({ slug: "s", text }, start, end, points.slice(start, end).join(""));
        expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
        expect([...quote.prefix]).toHaveLength(Math.min(CONTEXT_LENGTH, start));
        expect([...quote.suffix]).toHaveLength(Math.min(CONTEXT_LENGTH, points.length - end));
      }),
    );
  });

  const source = { slug: "reuters", text: "He 👩‍👩‍👧 said “yes”." };
  it.each([
    [
      "other words",
      0,
      2,
      "he",
      "Quotation in source reuters at 0–2: expected “he” but the text there is “He”.",
    ],
    ["UTF-16 offsets", 12, 16, "said", "Quotation in source reuters at 12–16"],
    ["an end past the text", 15, 99, "“yes”.", "Quotation in source reuters at 15–99"],
    ["a reversed span", 4, 2, "x", "the start must come before the end"],
    ["an empty span", 4, 4, "", "the start must come before the end"],
    ["a lone surrogate", 3, 4, "\ud83d", "lone surrogate"],
    ["a negative start", -1, 2, "He", "Code point offset -1"],
  ])("refuses %s", (_, start, end, exact, message) => {
    expect(() => verifyQuote(source, start, end, exact)).toThrow(message);
  });
});

describe("locateQuote", () => {
  it.each([
    ["once", "one two", "two", [4]],
    ["never", "one two", "three", []],
    ["after an emoji", "😀 two", "two", [2]],
    ["overlapping", "aaaa", "aa", [0, 1, 2]],
    ["empty", "one", "", []],
    ["half a pair", "😀", "\ude00", []],
  ])("finds a quotation %s", (_, text, exact, offsets) => {
    expect(locateQuote(text, exact)).toEqual(offsets);
  });

  it("puts the occurrence nearest to the hint first", () => {
    expect(locateQuote("x..x....x", "x", toCodePointOffset(4))).toEqual([3, 0, 8]);
  });

  it("finds every occurrence at an offset that verifies", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "😀", "e\u0301", "\r\n"), { minLength: 1 }), (parts) => {
        const text = parts.join("");
        for (const start of locateQuote(text, "a😀")) {
          expect(verifyQuote({ slug: "s", text }, start, start + 2, "a😀").exact).toBe("a😀");
        }
        expect(locateQuote(text, "a😀")).toHaveLength(text.split("a😀").length - 1);
      }),
    );
  });
});
