import {
  CANVAS_MARKERS,
  CUBE_FLOOR,
  DATELINE,
  DEMO,
  MARKERCLUSTER,
  SUPERCLUSTER,
  TIMEDIMENSION,
  TIMELINE,
  VIS,
} from "./contestants";
import type { Importing } from "./import-rows";
import type { Outcome } from "./result";
import type { Run } from "./run";
import type { Question } from "./statement";
import type { WireSize } from "./wire-sizes";

/** A promise and where this run stands with it. */
export type Goal = {
  readonly what: string;
  readonly bound: "at most" | "at least";
  readonly limit: number;
  /** `×` for a ratio within the run. */
  readonly unit: "×" | "ms" | "frames" | "B" | "kB" | "MB";
  /** `null` where the run has not measured what it takes. */
  readonly toValue: (run: Run) => number | null;
};

const M = 1_000_000;
const K = 1000;
const NARROW = 0.05;
const WIDE = 0.5;

const aboveOwn = (events: number, share: number) => (run: Run) =>
  divide(p50(run, DATELINE, events, share), p50(run, DATELINE, M, NARROW));
const behind = (peer: string, events: number) => (run: Run) =>
  divide(p50(run, peer, events, NARROW), p50(run, DATELINE, events, NARROW));
const aboveDemo = (events: number) => (run: Run) =>
  divide(toOutcome(run, DATELINE, events, NARROW)?.loadMs, toOutcome(run, DEMO, 16, 0)?.loadMs);

export const GOALS: readonly Goal[] = [
  {
    what: "scrub, 1M, 5 %: p50 against the cube floor",
    ...{ bound: "at most", limit: 2, unit: "×" },
    toValue: (run) => divide(p50(run, DATELINE, M, NARROW), p50(run, CUBE_FLOOR, M, NARROW)),
  },
  {
    what: "scrub, 1M, 5 %: p95",
    ...{ bound: "at most", limit: 12, unit: "ms" },
    toValue: (run) => toOutcome(run, DATELINE, M, NARROW)?.scrub.p95 ?? null,
  },
  {
    what: "scrub, 1M, 5 %: frames over 50 ms",
    ...{ bound: "at most", limit: 0, unit: "frames" },
    toValue: (run) => toOutcome(run, DATELINE, M, NARROW)?.scrub.over50 ?? null,
  },
  atLeast("1M: supercluster against Dateline", 10, behind(SUPERCLUSTER, M)),
  atLeast("1M: Leaflet canvas against Dateline", 10, behind(CANVAS_MARKERS, M)),
  atLeast("1M: leaflet.timeline against Dateline", 50, behind(TIMELINE, M)),
  atLeast("1M: leaflet-timedimension against Dateline", 50, behind(TIMEDIMENSION, M)),
  atLeast("1M: leaflet.markercluster against Dateline", 50, behind(MARKERCLUSTER, M)),
  atMost("scrub, 10M, 5 %: p50 against 1M with 5 %", 1.5, aboveOwn(10 * M, NARROW)),
  atMost("scrub, 1M, 50 %: p50 against 1M with 5 %", 1.5, aboveOwn(M, WIDE)),
  atMost("scrub, 10M, 50 %: p50 against 1M with 5 %", 1.5, aboveOwn(10 * M, WIDE)),
  atLeast("100k: Leaflet canvas against Dateline", 3, behind(CANVAS_MARKERS, 100 * K)),
  atLeast("100k: vis-timeline + markercluster against Dateline", 30, behind(VIS, 100 * K)),
  atMost("first view, 1M against the demo", 1.5, aboveDemo(M)),
  atMost("first view, 10M against the demo", 2, aboveDemo(10 * M)),
  {
    what: "first tile, 1M",
    ...{ bound: "at most", limit: 400, unit: "kB" },
    toValue: (run) => divide(run.tiles.find(({ events }) => events === M)?.bytes, K),
  },
  {
    what: "columns on the wire, brotli, an event",
    ...{ bound: "at most", limit: 9, unit: "B" },
    toValue: (run) => divide(toWire(run, "columns")?.brotli, toWire(run, "columns")?.events),
  },
  atLeast("GeoJSON against columns, brotli", 2.5, (run) =>
    divide(toWire(run, "GeoJSON")?.brotli, toWire(run, "columns")?.brotli),
  ),
  atLeast("parsing GeoJSON against reading columns", 20, (run) =>
    divide(toWire(run, "GeoJSON")?.readMs, toWire(run, "columns")?.readMs),
  ),
  atLeast("import, 200k rows: its rows/s against bare COPY into the same tables", 0.3, (run) =>
    divide(toLarge(run)?.bareSeconds, toLarge(run)?.seconds),
  ),
  {
    what: "import, 200k rows: memory",
    ...{ bound: "at most", limit: 400, unit: "MB" },
    toValue: (run) => divide(toLarge(run)?.peakBytes, M),
  },
  {
    what: "window + cells, 10M, in the database",
    ...{ bound: "at most", limit: 5, unit: "ms" },
    toValue: (run) => toFastest(run, "window + cells", "Dateline", 10 * M),
  },
  atLeast("window + cells, 10M: the best raw index against Dateline", 20, (run) =>
    divide(
      toFastest(run, "window + cells", "raw", 10 * M),
      toFastest(run, "window + cells", "Dateline", 10 * M),
    ),
  ),
  atMost("window + cells, 10M against 1M", 2, (run) =>
    divide(
      toFastest(run, "window + cells", "Dateline", 10 * M),
      toFastest(run, "window + cells", "Dateline", M),
    ),
  ),
  {
    what: "search, common word, 10M, a page of 50",
    ...{ bound: "at most", limit: 20, unit: "ms" },
    toValue: (run) => toFastest(run, "search, common word", "Dateline", 10 * M),
  },
  {
    what: "search, rare word, 10M, a page of 50",
    ...{ bound: "at most", limit: 20, unit: "ms" },
    toValue: (run) => toFastest(run, "search, rare word", "Dateline", 10 * M),
  },
];

/** Whether a goal is kept; `null` if the run does not say. */
export function isReached({ bound, limit, toValue }: Goal, run: Run): boolean | null {
  const value = toValue(run);
  if (value === null) return null;
  return bound === "at most" ? value <= limit : value >= limit;
}

function atMost(what: string, limit: number, toValue: Goal["toValue"]): Goal {
  return { what, bound: "at most", limit, unit: "×", toValue };
}

function atLeast(what: string, limit: number, toValue: Goal["toValue"]): Goal {
  return { what, bound: "at least", limit, unit: "×", toValue };
}

function toOutcome(run: Run, contestant: string, events: number, share: number): Outcome | null {
  const found = run.results.find(
    (result) => result.contestant === contestant && result.share === share && result.events === events,
  );
  return found && "scrub" in found ? found : null;
}

function p50(run: Run, contestant: string, events: number, share: number): number | null {
  return toOutcome(run, contestant, events, share)?.scrub.p50 ?? null;
}

function toWire({ wire }: Run, form: WireSize["form"]): WireSize | undefined {
  return wire.find((one) => one.form === form);
}

function toLarge({ importing }: Run): Importing | null {
  return importing && importing.rows >= 200 * K ? importing : null;
}

/** The median of the fastest way, in milliseconds; `null` if there is none. */
export function toFastest(
  { timings }: Pick<Run, "timings">,
  question: Question,
  side: "Dateline" | "raw",
  events: number,
): number | null {
  const own = timings.filter(
    (timing) => timing.question === question && timing.side === side && timing.events === events,
  );
  return own.length === 0 ? null : Math.min(...own.map(({ median }) => median));
}

function divide(a: number | null | undefined, b: number | null | undefined): number | null {
  return typeof a === "number" && typeof b === "number" && b > 0 ? a / b : null;
}
