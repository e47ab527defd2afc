import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "./code-points";
import { findActors } from "./find-actors";

const ACTORS = ["Korea", "North Korea", "Iran", "Ada Berg", "Berg"].map((name) => ({ name }));

describe("findActors", () => {
  it.each([
    ["Ada Berg flew to North Korea.", ["Ada Berg", "North Korea"]],
    ["Korea and North Korea; Berg and Ada Berg; Berg again.", ["Korea", "North Korea", "Berg", "Ada Berg"]],
    ["Iranian envoys, bergs and Koreans.", []],
    ["Iran’s envoys.", ["Iran"]],
    ["iran", []],
    ["", []],
  ])("%s", (passage, names) => {
    expect(findActors(passage, ACTORS).map(({ actor }) => actor.name)).toEqual(names);
  });

  it("counts its offsets in code points", () => {
    const passage = "🕊️ Ada Berg met Iran’s envoy.";
    const found = findActors(passage, ACTORS);
    expect(found).toHaveLength(2);
    for (const { start, end, words } of found) expect(sliceCodePoints(passage, start, end)).toBe(words);
  });

  it("takes no nameless actor for one that is everywhere", () => {
    expect(findActors("Anybody", [{ name: "" }])).toEqual([]);
  });
});
