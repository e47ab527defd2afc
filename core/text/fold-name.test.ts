import fc from "fast-check";
import { expect, it } from "vitest";
import { foldName } from "./fold-name";

it.each([
  ["Séoul", "seoul"],
  ["  São  Tomé & Príncipe ", "sao tome principe"],
  ["Al-Ḩudaydah", "al hudaydah"],
  ["U.S.", "us"],
  ["L’Aquila", "laquila"],
  ["Łódź", "lodz"],
  ["Tromsø", "tromso"],
  ["Großenhain", "grossenhain"],
  ["서울", "서울"],
  ["Київ", "киів"],
  ["٪", ""],
])("folds “%s” to “%s”", (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

it("folds what is folded to itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name));
    }),
  );
});
