import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toTextFragmentUrl } from "./text-fragment";

const page = "https://example.org/a";
const long = `first words of the sentence ${"and so on ".repeat(40)}to the very last word`;

describe("toTextFragmentUrl", () => {
  it.each([
    ["plain", toTextFragmentUrl(page, "two words"), "#:~:text=two%20words"],
    ["delimiters", toTextFragmentUrl(page, "January 29-30, R&D"), "#:~:text=January%2029%2D30%2C%20R%26D"],
    ["curly quotes", toTextFragmentUrl(page, "“yes”"), "#:~:text=%E2%80%9Cyes%E2%80%9D"],
    ["a fragment of its own", toTextFragmentUrl(`${page}#part`, "x"), "#part:~:text=x"],
    ["an older directive", toTextFragmentUrl(`${page}#part:~:text=old`, "x"), "#part:~:text=x"],
    [
      "a long quotation",
      toTextFragmentUrl(page, long),
      "#:~:text=first%20words%20of%20the%20sentence,to%20the%20very%20last%20word",
    ],
    [
      "two paragraphs",
      toTextFragmentUrl(page, "one two.\n\nThree four."),
      "#:~:text=one%20two.,Three%20four.",
    ],
    [
      "whole context words only",
      toTextFragmentUrl(page, "x", "alf before it ", " after it hal"),
      "#:~:text=before%20it-,x,-after%20it",
    ],
    [
      "no context across a gap",
      toTextFragmentUrl(page, "x", "a b c […] d e ", "\n\nnext block"),
      "#:~:text=d%20e-,x",
    ],
  ])("writes %s", (_, url, fragment) => {
    expect(url).toBe(page + fragment);
  });

  it("always gives a URL whose directive decodes to the quotation", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }), (exact) => {
        fc.pre(exact.trim() !== "" && !/\s/u.test(exact));
        const hash = new URL(toTextFragmentUrl(page, exact)).hash;
        expect(decodeURIComponent(hash.slice("#:~:text=".length))).toBe(exact);
      }),
    );
  });
});
