import fc from "fast-check";
import { expect, it } from "vitest";
import { isSlug } from "@/core/record/limits";
import { toStableSlug } from "./slugs";

it("reads like its title, and is the same for the same identity", () => {
  const slug = toStableSlug("Élan & “Clashes” in Dūmā", ["set", "7"]);
  expect(slug).toMatch(/^elan-clashes-in-duma-[a-z0-9]{12}$/);
  expect(toStableSlug("Élan & “Clashes” in Dūmā", ["set", "7"])).toBe(slug);
  expect(toStableSlug("Élan & “Clashes” in Dūmā", ["set", "8"])).not.toBe(slug);
  expect(toStableSlug("Élan & “Clashes” in Dūmā", ["set7"])).not.toBe(slug);
});

it("is a slug whatever the title", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (title, key) => {
      expect(isSlug(toStableSlug(title, [key]))).toBe(true);
    }),
  );
});
