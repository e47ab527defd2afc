import { describe, expect, it } from "vitest";
import { EXTENT, toColumns } from "./columns";
import { createWindowDiff } from "./window-diff";

describe("createWindowDiff", () => {
  const events = toColumns(3000, 5);

  it.each([
    ["forwards", 60, 0.05],
    ["in leaps longer than the window", 7, 0.02],
    ["with a wide window", 40, 0.5],
  ])("keeps what is shown what overlaps the window, %s", (_, steps, share) => {
    const diff = createWindowDiff(events);
    const shown = new Set<number>();
    for (let step = 0; step <= steps * 2; step += 1) {
      // There and back.
      const portion = step <= steps ? step / steps : 2 - step / steps;
      const start = Math.round(portion * (1 - share) * EXTENT);
      const end = start + Math.round(share * EXTENT);
      const { entered, left } = diff.moveTo({ start, end });
      expect(entered.filter((row) => shown.has(row))).toEqual([]);
      expect(left.filter((row) => !shown.has(row))).toEqual([]);
      for (const row of left) shown.delete(row);
      for (const row of entered) shown.add(row);
      const rows = Array.from({ length: events.length }, (_, row) => row);
      const expected = rows.filter(
        (row) => Number(events.start[row]) < end && Number(events.end[row]) > start,
      );
      expect([...shown].toSorted((a, b) => a - b)).toEqual(expected);
    }
  });
});
