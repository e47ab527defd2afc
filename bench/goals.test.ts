import { describe, expect, it } from "vitest";
import { CUBE_FLOOR, DATELINE, SUPERCLUSTER } from "./contestants";
import { GOALS, isReached } from "./goals";
import { FULL } from "./plan";
import type { Result } from "./result";
import type { Run } from "./run";

const M = 1_000_000;

describe("GOALS", () => {
  it.each([
    ["scrub, 1M, 5 %: p50 against the cube floor", 4, true],
    ["scrub, 1M, 5 %: p50 against the cube floor", 4.1, false],
    ["scrub, 1M, 5 %: p95", 4, true],
    ["1M: supercluster against Dateline", 5, true],
    ["1M: supercluster against Dateline", 5.1, false],
  ])("%s: %d ms", (what, p50, reached) => {
    const run = toRun([toResult(DATELINE, p50), toResult(CUBE_FLOOR, 2), toResult(SUPERCLUSTER, 50)]);
    expect(verdictOn(what, run)).toBe(reached);
  });

  it.each([
    [200_000, 30, true],
    [M, 29, false],
    [20_000, 30, null],
  ])("import of %d rows, bare COPY in %d of its 100 s", (rows, bareSeconds, reached) => {
    const importing = { rows, fileBytes: 1, seconds: 100, peakBytes: 400 * M, bareSeconds };
    const run = { ...toRun([]), importing };
    expect(verdictOn("import, 200k rows: its rows/s against bare COPY into the same tables", run)).toBe(
      reached,
    );
    expect(verdictOn("import, 200k rows: memory", run)).toBe(rows >= 200_000 ? true : null);
  });

  it("says nothing of what was not measured", () => {
    const skipped = { contestant: SUPERCLUSTER, events: M, share: 0.05, skipped: "does not load" };
    const run = toRun([toResult(DATELINE, 1), skipped]);
    expect(verdictOn("1M: supercluster against Dateline", run)).toBeNull();
    expect(GOALS.filter((goal) => isReached(goal, toRun([])) !== null)).toEqual([]);
  });
});

function verdictOn(what: string, run: Run): boolean | null {
  const goal = GOALS.find((one) => one.what === what);
  if (!goal) throw new Error(`There is no goal “${what}”.`);
  return isReached(goal, run);
}

function toResult(contestant: string, p50: number): Result {
  const scrub = {
    ...{ steps: 120, p50, p95: 3 * p50, max: 4 * p50, over16: 0, over50: 0 },
    ...{ wallP50: p50, wallP95: p50, interval: 16.7 },
  };
  return { contestant, events: M, share: 0.05, loadMs: 1, memoryBytes: 1, sentBytes: 1, scrub };
}

function toRun(results: readonly Result[]): Run {
  const machine = {
    ...{ processor: "", cores: 2, memoryGb: 8, system: "", node: "" },
    ...{ browser: "", postgres: "" },
  };
  return { machine, plan: FULL, results, importing: null, timings: [], wire: [], tiles: [] };
}
