import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { chromium } from "@playwright/test";
import { locateBrowser } from "@/scripts/browser";
import { prepareProgram } from "@/scripts/build";
import { type Dragging, measureDragging } from "./dragging";
import { quantile } from "./figures";
import { type FirstView, measureFirstView } from "./first-view";
import { withDemo } from "./with-demo";

// The standards of the first version: on the demo, on the built program, with a warm server.
const VIEWS = 10;
const MOST_USABLE_MS = 1500;
const MOST_SCRIPTS_BYTES = 250_000;
const FRAME_MS = 16.7;
const SLOW_FRAME_MS = 50;
// What the browser's own clock is off from frame to frame.
const JITTER_MS = 1;
const FILE = "bench/demo.md";
const MARK = "<!-- What follows is written by npm run bench:demo. -->";

await prepareProgram();
const located = await locateBrowser();
const browser = await chromium.launch({
  executablePath: located.executablePath,
  env: { ...process.env, ...located.env } as Record<string, string>,
  args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
});
try {
  const report = await withDemo(async (origin) => {
    const address = `${origin}/d/stoltenberg-asia-2023`;
    await measureFirstView(browser, address);
    const views: FirstView[] = [];
    for (let i = 0; i < VIEWS; i++) views.push(await measureFirstView(browser, address));
    return toReport(views, await measureDragging(browser, address), browser.version());
  });
  const [head = ""] = readFileSync(FILE, "utf8").split(MARK);
  writeFileSync(FILE, `${head}${MARK}\n\n${report}`);
  process.stdout.write(report);
} finally {
  await browser.close();
}

function toReport(
  views: readonly FirstView[],
  dragging: Record<"playhead" | "brush", Dragging>,
  version: string,
): string {
  const usable = views.map((view) => view.usable);
  const most = (key: "scripts" | "all" | "requests" | "foreign") =>
    Math.max(...views.map((view) => view[key]));
  const rows: readonly (readonly [what: string, measured: string, goal: string])[] = [
    [
      `First view usable, median of ${VIEWS} (least to most)`,
      `${ms(quantile(usable, 0.5))} (${ms(Math.min(...usable))} to ${ms(Math.max(...usable))})`,
      `${MOST_USABLE_MS} ms`,
    ],
    ["JavaScript of the first view, compressed", kB(most("scripts")), kB(MOST_SCRIPTS_BYTES)],
    ["All of the first view, compressed", `${kB(most("all"))} in ${most("requests")} requests`, ""],
    ["Requests that leave the program’s own origin", String(most("foreign")), "0"],
    ...Object.entries(dragging).map(([name, dragged]) => toFrameRow(name, dragged)),
  ];
  return [
    `${toMachine()}, ${process.platform}; Node ${process.versions.node}; Chromium ${version}, without a graphics card, 1440 × 900.`,
    "",
    "| On the demo | Measured | Goal |",
    "|---|---|---|",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
    "",
  ].join("\n");
}

function toFrameRow(name: string, { frames, work }: Dragging): readonly [string, string, string] {
  const over = (limit: number) => frames.filter((frame) => frame > limit).length;
  return [
    `Dragging the ${name}: ${frames.length} frames`,
    `p50 ${ms(quantile(frames, 0.5))}, p95 ${ms(quantile(frames, 0.95))}, longest ${ms(Math.max(...frames))}; ` +
      `${over(FRAME_MS + JITTER_MS)} over ${FRAME_MS} ms, ${over(SLOW_FRAME_MS)} over ${SLOW_FRAME_MS} ms; ` +
      `${ms(work)} of work a frame`,
    `none over ${SLOW_FRAME_MS} ms`,
  ];
}

function toMachine(): string {
  const cores = cpus();
  const gigabytes = 2 ** Math.round(Math.log2(totalmem() / 2 ** 30));
  return `${cores[0]?.model.trim() ?? "Unknown processor"}, ${cores.length} cores, about ${gigabytes} GB`;
}

function ms(value: number): string {
  return `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
}

function kB(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
