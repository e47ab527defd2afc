import type { Browser, CDPSession, Locator, Page } from "@playwright/test";
import { openContext } from "./open-context";

export type Dragging = {
  /** From each frame to the next while the hand moved, in milliseconds. */
  readonly frames: readonly number[];
  /** What the page's main thread worked for each of them on average, in milliseconds of the processor's time. */
  readonly work: number;
};

// As fast as a hand that looks for something: across the whole width and back in some five seconds.
const STEP_PX = 6;

/** Drags the playhead over the whole window, and the brush over the whole strip, there and back. */
export async function measureDragging(
  browser: Browser,
  address: string,
): Promise<Record<"playhead" | "brush", Dragging>> {
  const context = await openContext(browser);
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: "networkidle" });
    await page.locator('[aria-label="Map"] button[aria-label*=" event"]').first().waitFor();
    const playhead = await drag(page, page.getByRole("slider", { name: "Playhead" }), 300, 1400);
    const start = await centreOf(page.getByRole("slider", { name: "Window start" }));
    const end = await centreOf(page.getByRole("slider", { name: "Window end" }));
    const brush = await dragFrom(page, { x: (start.x + end.x) / 2, y: start.y }, 200, 1400);
    return { playhead, brush };
  } finally {
    await context.close();
  }
}

async function drag(page: Page, handle: Locator, left: number, right: number): Promise<Dragging> {
  return dragFrom(page, await centreOf(handle), left, right);
}

async function dragFrom(
  page: Page,
  from: { readonly x: number; readonly y: number },
  left: number,
  right: number,
): Promise<Dragging> {
  const session = await page.context().newCDPSession(page);
  // Counted by the thread's own clock: whoever else uses the machine does not add to it.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const before = await readWork(session);
  await page.evaluate(watchFrames);
  // One move at a time: the browser answers when it has handled it.
  for (const x of toPath(from.x, left, right)) await page.mouse.move(x, from.y);
  const frames = await page.evaluate(() => (window as Watched).endFrames?.() ?? []);
  await page.mouse.up();
  if (frames.length < 100) throw new Error(`Only ${frames.length} frames were drawn while dragging.`);
  const work = ((await readWork(session)) - before) / frames.length;
  return { frames, work };
}

async function readWork(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value;
  if (seconds === undefined) throw new Error("The browser does not tell what its main thread did.");
  return seconds * 1000;
}

function toPath(from: number, left: number, right: number): number[] {
  const leg = (start: number, end: number) => {
    const count = Math.max(1, Math.round(Math.abs(end - start) / STEP_PX));
    return Array.from({ length: count }, (_, i) => start + ((end - start) * (i + 1)) / count);
  };
  return [...leg(from, left), ...leg(left, right), ...leg(right, from)];
}

type Watched = Window & { endFrames?: () => number[] };

/** Runs in the page: notes the time of each frame until it is told to end. */
function watchFrames(): void {
  const times: number[] = [];
  let isWatching = true;
  const note = (time: number) => {
    times.push(time);
    if (isWatching) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  (window as Watched).endFrames = () => {
    isWatching = false;
    return times.slice(1).map((time, i) => time - (times[i] ?? time));
  };
}

async function centreOf(handle: Locator): Promise<{ x: number; y: number }> {
  const box = await handle.boundingBox();
  if (!box) throw new Error("There is nothing to drag.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
