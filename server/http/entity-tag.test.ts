import { describe, expect, it } from "vitest";
import { isUnchanged, toEntityTag } from "./entity-tag";

const tag = toEntityTag("body");

describe("entity tag", () => {
  it("is strong, and another for another body", () => {
    expect(tag).toMatch(/^"[A-Za-z0-9_-]{43}"$/);
    expect(toEntityTag("body ")).not.toBe(tag);
  });

  it.each<[string, string | null, boolean]>([
    ["no header", null, false],
    ["the tag", tag, true],
    ["the tag made weak on its way", `W/${tag}`, true],
    ["a list", `"x", W/"y",${tag}`, true],
    ["any", "*", true],
    ["another tag", '"x"', false],
    ["the tag without quotes", tag.slice(1, -1), false],
    ["rubbish", '"""', false],
  ])("takes %s", (_, header, unchanged) => {
    expect(isUnchanged(header, tag)).toBe(unchanged);
  });
});
