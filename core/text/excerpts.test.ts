import { describe, expect, it } from "vitest";
import { toExcerpts } from "./excerpts";

describe("toExcerpts", () => {
  it("shows what is not stored as a gap", () => {
    expect(toExcerpts(["One.", "Two."])).toBe("One.\n\n[…]\n\nTwo.");
  });

  it.each([
    [["One.", " "], "empty"],
    [["One […] two."], "gap mark"],
  ])("refuses %j", (stretches, message) => {
    expect(() => toExcerpts(stretches)).toThrow(message);
  });
});
