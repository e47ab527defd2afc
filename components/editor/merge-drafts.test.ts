import { describe, expect, test } from "vitest";
import type { EventDraft } from "./event-draft";
import { mergeDrafts } from "./merge-drafts";

const BEGAN: EventDraft = {
  title: "A march",
  category: "other",
  place: null,
  placeRule: null,
  isLeg: false,
  origin: null,
  actors: [],
  citations: [],
  basis: 0,
  readAs: null,
};

describe("mergeDrafts", () => {
  test("keeps what each changed where the other did not", () => {
    const { draft, clashes, taken } = mergeDrafts(
      BEGAN,
      { ...BEGAN, title: "A great march" },
      { ...BEGAN, category: "statement" },
    );
    expect(draft).toMatchObject({ title: "A great march", category: "statement" });
    expect(clashes).toEqual([]);
    expect(taken.map(({ name }) => name)).toEqual(["category"]);
  });

  test("names what both changed, and keeps mine until somebody decides", () => {
    const { draft, clashes } = mergeDrafts(BEGAN, { ...BEGAN, title: "Mine" }, { ...BEGAN, title: "Theirs" });
    expect(draft.title).toBe("Mine");
    expect(clashes).toMatchObject([{ mine: "Mine", theirs: "Theirs" }]);
    expect(clashes[0]?.field.take(draft, { ...BEGAN, title: "Theirs" }).title).toBe("Theirs");
  });

  test("has nothing to decide where both did the same", () => {
    const same = { ...BEGAN, title: "The same" };
    expect(mergeDrafts(BEGAN, same, same)).toEqual({ draft: same, clashes: [], taken: [] });
  });
});
