import { CONTESTANTS, CUBE_FLOOR } from "./contestants";
import { GOALS, type Goal, isReached, toFastest } from "./goals";
import type { Result } from "./result";
import type { Run } from "./run";
import { toTable } from "./table";

/** The whole run in Markdown. */
export function toReport(run: Run): string {
  return [
    toMachine(run),
    "### A window dragged over the timeline",
    toScrubs(run),
    "What each contestant draws in a frame:",
    toTable(
      ["contestant", "draws"],
      CONTESTANTS.map(({ name, draws }) => [name, draws]),
    ),
    "### On the wire",
    toWire(run),
    "### In PostgreSQL",
    toTimings(run),
    "### Import",
    toImporting(run),
    "### The goals",
    toGoals(run),
  ].join("\n\n");
}

function toMachine({ machine, plan }: Run): string {
  const { processor, cores, memoryGb, system, node, browser, postgres } = machine;
  return [
    `Machine: ${processor}, ${cores} cores, ${memoryGb} GB; ${system}; Node ${node}; ${browser}, headless, no GPU;`,
    `PostgreSQL ${postgres}. Seed ${plan.seed}, ${plan.steps} steps a drag.`,
  ].join("\n");
}

function toScrubs({ results, plan }: Run): string {
  const head = ["contestant", "events", "window", "load", "p50", "p95", "max", "÷ cube", "> 16.7", "> 50"];
  const more = ["clock p50", "clock p95", "interval", "memory", "sent", "steps"];
  const rows = results.map((result) => {
    const { contestant, events, share } = result;
    const subject = [contestant, toCount(events), share === 0 ? "its own" : `${share * 100} %`];
    if ("skipped" in result) return [...subject, ...Array<string>(head.length + more.length - 3).fill("–")];
    const { loadMs, memoryBytes, sentBytes, scrub } = result;
    return [
      ...subject,
      toMs(loadMs),
      ...[scrub.p50, scrub.p95, scrub.max].map(toMs),
      toRatio(scrub.p50, toFloor(results, result)),
      ...[scrub.over16, scrub.over50].map(String),
      ...[scrub.wallP50, scrub.wallP95, scrub.interval].map(toMs),
      `${(memoryBytes / 1e6).toFixed(0)} MB`,
      `${(sentBytes / 1e3).toFixed(0)} kB`,
      scrub.steps < plan.steps ? `(${scrub.steps})` : String(scrub.steps),
    ];
  });
  return [toTable([...head, ...more], rows), ...toSkipped(results)].join("\n\n");
}

function toSkipped(results: readonly Result[]): string[] {
  const lines = results.flatMap((result) =>
    "skipped" in result ? [`- ${result.contestant}, ${toCount(result.events)}: ${result.skipped}.`] : [],
  );
  return lines.length === 0 ? [] : ["Not measured:", [...new Set(lines)].join("\n")];
}

function toFloor(results: readonly Result[], { events, share }: Result): number | null {
  const floor = results.find(
    (other) => other.contestant === CUBE_FLOOR && other.events === events && other.share === share,
  );
  return floor && "scrub" in floor ? floor.scrub.p50 : null;
}

function toWire({ wire }: Run): string {
  const toBytes = (bytes: number, events: number) =>
    `${(bytes / 1e6).toFixed(2)} MB, ${(bytes / events).toFixed(1)} B`;
  return toTable(
    ["events, without titles", "form", "all, an event", "gzip", "brotli 5", "read"],
    wire.map(({ form, events, raw, gzip, brotli, readMs }) => [
      ...[toCount(events), form],
      ...[raw, gzip, brotli].map((bytes) => toBytes(bytes, events)),
      toMs(readMs),
    ]),
  );
}

function toTimings(run: Run): string {
  return toTable(
    ["question", "side", "way", "rows", "median", "min", "max", "best raw ÷"],
    run.timings.map(({ question, side, way, events, median, least, most }) => [
      ...[question, side, way, toCount(events)],
      ...[median, least, most].map(toMs),
      side === "raw" ? "" : toRatio(toFastest(run, question, "raw", events), median),
    ]),
  );
}

function toImporting({ importing }: Run): string {
  if (importing === null) return "Not measured.";
  const { rows, fileBytes, seconds, peakBytes, bareSeconds } = importing;
  const toRate = (taken: number) => Math.round(rows / taken).toString();
  return toTable(
    ["rows like UCDP's", "file", "way", "time", "rows/s", "of bare COPY", "memory"],
    [
      [
        ...[toCount(rows), toMb(fileBytes), "`npm run import`, the whole command", `${seconds.toFixed(1)} s`],
        ...[toRate(seconds), `${(bareSeconds / seconds).toFixed(2)} ×`, toMb(peakBytes)],
      ],
      [
        ...[
          toCount(rows),
          "",
          "COPY of what it wrote, same tables and indexes",
          `${bareSeconds.toFixed(1)} s`,
        ],
        ...[toRate(bareSeconds), "1 ×", ""],
      ],
    ],
  );
}

function toGoals(run: Run): string {
  return toTable(
    ["goal", "promised", "this run", ""],
    GOALS.map((goal) => [
      goal.what,
      `${goal.bound} ${goal.limit} ${goal.unit}`,
      toFound(goal, run),
      toVerdict(goal, run),
    ]),
  );
}

function toFound({ unit, toValue }: Goal, run: Run): string {
  const value = toValue(run);
  return value === null ? "–" : `${Number(value.toFixed(2))} ${unit}`;
}

function toVerdict(goal: Goal, run: Run): string {
  const reached = isReached(goal, run);
  if (reached === null) return "not measured";
  return reached ? "reached" : "**missed**";
}

function toCount(events: number): string {
  if (events >= 1e6) return `${events / 1e6}M`;
  return events >= 1000 ? `${events / 1000}k` : String(events);
}

function toMs(ms: number): string {
  return ms >= 100 ? ms.toFixed(0) : ms.toFixed(ms >= 10 ? 1 : 2);
}

function toMb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function toRatio(above: number | null, below: number | null): string {
  return above === null || below === null ? "–" : (above / below).toFixed(1);
}
