import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  codePointToUtf16,
  isStorable,
  isWellFormed,
  lengthInCodePoints,
  sliceCodePoints,
  toCodePointOffset,
  toWellFormed,
  utf16ToCodePoint,
} from "./code-points";

const anyText = fc.string({ unit: "grapheme" });
const anyUnits = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});

describe("code points", () => {
  it.each([
    ["plain", "abc", 3],
    ["emoji", "a😀b", 3],
    ["ZWJ family", "👩‍👩‍👧", 5],
    ["combining mark", "e\u0301", 2],
    ["right to left", "שלום", 4],
    ["CRLF", "a\r\nb", 4],
    ["empty", "", 0],
  ])("counts %s", (_, text, length) => {
    expect(lengthInCodePoints(text)).toBe(length);
  });

  it("slices as an array of characters does", () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.nat(40), (text, a, b) => {
        const [start, end] = [toCodePointOffset(Math.min(a, b)), toCodePointOffset(Math.max(a, b))];
        expect(sliceCodePoints(text, start, end)).toBe([...text].slice(start, end).join(""));
      }),
    );
  });

  it("converts to UTF-16 and back", () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, n) => {
        const offset = toCodePointOffset(Math.min(n, [...text].length));
        expect(utf16ToCodePoint(text, codePointToUtf16(text, offset))).toBe(offset);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses the offset %s", (offset) => {
    expect(() => toCodePointOffset(offset)).toThrow(`Code point offset ${offset}`);
  });
});

describe("toWellFormed", () => {
  it("gives what UTF-8 would, whatever the units", () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const throughUtf8 = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
          new TextEncoder().encode(text),
        );
        expect(toWellFormed(text)).toBe(throughUtf8);
        expect(isWellFormed(text)).toBe(text === throughUtf8);
      }),
    );
  });
});

it("a text that a database takes has neither a NUL nor a lone surrogate", () => {
  expect(["", "a 🌙 e\u0301 \u202e", "a\0", "\ud83c", "\udf19\ud83c"].map(isStorable)).toEqual([
    ...[true, true, false, false, false],
  ]);
});
