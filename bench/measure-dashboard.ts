import type { Locator, Page } from "@playwright/test";
import { SYNTHETIC_DAYS, SYNTHETIC_START } from "@/scripts/generate-model";
import { openPage } from "./open-page";
import { STEP_MARK } from "./page/step-mark";
import type { Plan } from "./plan";
import { type Result, toScrub } from "./result";

/** A dossier of the built program. */
export type Dossier = {
  readonly contestant: string;
  readonly slug: string;
  readonly events: number;
  /** Its window as a share of the generator's twenty years; 0 leaves it as the dossier opens. */
  readonly share: number;
  /** Who moves its window: a loop in the page, as with the peers, or a pointer of the browser's. */
  readonly hand: "page" | "pointer";
};

const DAY = 86_400_000;

/** Opens a dossier as a reader does, and drags its brush over the whole strip, one move a frame. */
export async function measureDashboard(
  url: string,
  { slug, hand, ...subject }: Dossier,
  { steps, loadCapMs, dragCapMs }: Plan,
): Promise<Result> {
  // The first request of a dossier warms the program; readers come to one that has been running.
  await fetch(`${url}/d/${slug}`, { signal: AbortSignal.timeout(loadCapMs) }).catch(() => {});
  const opened = await openPage();
  try {
    const { page } = opened;
    await page.addInitScript(watchFirstView);
    await page.goto(`${url}/d/${slug}?${toWindow(subject.share)}`, { timeout: loadCapMs });
    const shown = await page.waitForFunction(() => (window as Watched).firstViewAt, null, {
      timeout: loadCapMs,
    });
    const loadMs = Number(await shown.jsonValue());
    await page.waitForLoadState("networkidle", { timeout: loadCapMs });
    const sentBytes = opened.countSent();
    const path = await grabBrush(page, steps);
    const drag = hand === "page" ? dragInPage : dragByPointer;
    const frames = await opened.trace(() => drag(page, path, dragCapMs), STEP_MARK);
    await page.mouse.up();
    return {
      ...subject,
      loadMs,
      memoryBytes: await opened.measureMemory(),
      sentBytes,
      scrub: toScrub(frames),
    };
  } catch (error) {
    const [line = ""] = String(error instanceof Error ? error.message : error).split("\n");
    return { ...subject, skipped: `it could not be measured: ${line}` };
  } finally {
    await opened.close();
  }
}

type Watched = Window & { firstViewAt?: number };

/** Runs in the page: notes when the timeline has been painted, from the start of the navigation. */
function watchFirstView(): void {
  const look = () => {
    const hasSlider = document.querySelector('[role="slider"][aria-label="Window end"]') !== null;
    const canvases = [
      ...document.querySelectorAll<HTMLCanvasElement>(
        '[aria-label="Timeline"] canvas:not([data-shown="false"])',
      ),
    ];
    // A canvas that nobody has sized yet is 300 pixels wide.
    const isPainted = canvases.length > 0 && canvases.every(({ width }) => width !== 300);
    if (!hasSlider || !isPainted) {
      requestAnimationFrame(look);
      return;
    }
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        (window as Watched).firstViewAt = performance.now();
      }),
    );
  };
  requestAnimationFrame(look);
}

/** The first window of the drag, in the words of a dashboard's address. */
function toWindow(share: number): string {
  if (share === 0) return "";
  const toText = (instant: number) => `${new Date(instant).toISOString().slice(0, 16)}Z`;
  const end = SYNTHETIC_START + share * SYNTHETIC_DAYS * DAY;
  return new URLSearchParams({ from: toText(SYNTHETIC_START), to: toText(end) }).toString();
}

type Path = { readonly xs: readonly number[]; readonly y: number };

/** Puts the pointer down on the brush; returns where it shall go, until the brush is at the strip's other end. */
async function grabBrush(page: Page, steps: number): Promise<Path> {
  const ends = [
    page.getByRole("slider", { name: "Window start" }),
    page.getByRole("slider", { name: "Window end" }),
  ];
  const [left, right] = await Promise.all(ends.map(toCentre));
  const strip = await ends[0]?.locator("..").boundingBox();
  if (!left || !right || !strip) throw new Error("The window has no brush to drag.");
  const from = (left.x + right.x) / 2;
  const way = strip.x + strip.width - right.x;
  await page.mouse.move(from, left.y);
  await page.mouse.down();
  return { xs: Array.from({ length: steps }, (_, step) => from + (way * (step + 1)) / steps), y: left.y };
}

async function toCentre(handle: Locator): Promise<{ x: number; y: number } | null> {
  const box = await handle.boundingBox();
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Tells the brush of a move in each frame, as the peers' pages are told of a window: no input comes from outside. */
async function dragInPage(page: Page, path: Path, capMs: number): Promise<void> {
  await page.evaluate(
    async ({ xs, y, capMs, mark }) => {
      const toFrame = () => new Promise<unknown>((resolve) => requestAnimationFrame(resolve));
      const brush = document.elementFromPoint(xs[0] ?? 0, y);
      const giveUp = performance.now() + capMs;
      for (const x of xs) {
        if (performance.now() > giveUp) break;
        await toFrame();
        performance.mark(mark);
        // The mouse that went down is the browser's pointer 1.
        const place = { pointerId: 1, clientX: x, clientY: y, bubbles: true };
        brush?.dispatchEvent(new PointerEvent("pointermove", place));
      }
      await toFrame();
      performance.mark(mark);
    },
    { ...path, capMs, mark: STEP_MARK },
  );
}

/** Moves on when the browser has handled the move before, which it does once a frame. */
async function dragByPointer(page: Page, { xs, y }: Path, capMs: number): Promise<void> {
  await page.evaluate((mark) => {
    window.addEventListener("pointermove", () => performance.mark(mark), true);
  }, STEP_MARK);
  const giveUp = Date.now() + capMs;
  for (const x of xs) {
    if (Date.now() > giveUp) break;
    await page.mouse.move(x, y);
  }
  await page.evaluate(
    (mark) =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          performance.mark(mark);
          resolve();
        });
      }),
    STEP_MARK,
  );
}
