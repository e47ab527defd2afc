import fc from "fast-check";
import { expect, it } from "vitest";
import { toTextDifference } from "./text-difference";

it.each([
  ["One. Two.", "One. Two.", []],
  ["One. Two. Three.", "One. Other. Three.", [{ before: "Two.", after: "Other." }]],
  ["One. Three.", "One. Two. Three.", [{ before: null, after: "Two." }]],
  ["One. Two. Three.", "Three.", [{ before: "One. Two.", after: null }]],
  [
    "One. Two.\n\nThree. Four.",
    "Uno. Two.\n\nThree. Quattro.",
    [
      { before: "One.", after: "Uno." },
      { before: "Four.", after: "Quattro." },
    ],
  ],
])("from “%s” to “%s”", (before, after, expected) => {
  expect(toTextDifference(before, after)).toEqual(expected);
});

it("leads from one text to the other, whatever they are", () => {
  const sentence = fc.constantFrom("One.", "Two.", "Three.", "Four.");
  const text = fc.array(sentence, { maxLength: 8 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = toTextDifference(before.join(" "), after.join(" "));
      const count = (side: "before" | "after") =>
        changes.flatMap((change) => change[side]?.split(" ") ?? []).length;
      expect(after.length - before.length).toBe(count("after") - count("before"));
      expect(changes.length === 0).toBe(before.join(" ") === after.join(" "));
    }),
  );
});

it("of two long texts that have nothing in common comes at once", () => {
  const [before, after] = ["a", "b"].map((letter) =>
    Array.from({ length: 5000 }, (_, at) => `Sentence ${letter}${at}.`).join(" "),
  );
  const started = performance.now();
  expect(toTextDifference(before ?? "", after ?? "")).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(2000);
});
