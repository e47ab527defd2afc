import { describe, expect, it } from "vitest";
import { toEventCount, toShortCount } from "./counts";

describe("counts in words", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1k"],
    [1999, "1.9k"],
    [12_345, "12k"],
    [999_999, "999k"],
    [1_000_000, "1M"],
    [3_480_000, "3.4M"],
  ])("has at most four characters and never says more than there are: %d", (count, text) => {
    expect(toShortCount(count)).toBe(text);
  });

  it("says one event as one", () => {
    expect([toEventCount(1), toEventCount(1234)]).toEqual(["1 event", "1,234 events"]);
  });
});
