import { describe, expect, it } from "vitest";
import { toDrawable } from "./drawable";

const isLatin = (codePoint: number) => codePoint < 0x180 || codePoint === 0x2026;

describe("toDrawable", () => {
  it.each<[string, string, string | null]>([
    ["plain words", "A parade in Oslo", "A parade in Oslo"],
    ["an emoji among words", "A parade 👩‍👩‍👧‍👦 in Oslo", "A parade in Oslo"],
    ["white space of any kind", " A\r\n\tparade ", "A parade"],
    ["an accent apart from its letter", "Cafe\u0301", "Café"],
    ["a name that cannot be written before a date", "서울 · 30 January 2023", "30 January 2023"],
    ["another script", "스톨텐베르그가 서울에", null],
    ["half of another script", "NATO 사무총장", null],
    ["nothing but emoji", "👍🏽", null],
    ["nothing", "", null],
  ])("keeps what can be drawn of %s", (_, text, drawable) => {
    expect(toDrawable(text, isLatin, 100)).toBe(drawable);
  });

  it("ends a long text with a mark that says so", () => {
    expect(toDrawable("a parade in Oslo", isLatin, 9)).toBe("a parade…");
    expect(toDrawable("a parade", isLatin, 8)).toBe("a parade");
  });
});
