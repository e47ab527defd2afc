import type { Browser, Page } from "@playwright/test";
import { openContext } from "./open-context";

export type FirstView = {
  /** From the start of the navigation until markers, list and timeline are drawn, in milliseconds. */
  readonly usable: number;
  /** Scripts as they travelled, compressed, in bytes. */
  readonly scripts: number;
  /** Every response together, in bytes. */
  readonly all: number;
  readonly requests: number;
  /** Requests to any origin but the program's own. */
  readonly foreign: number;
};

/** Opens an address in a fresh profile, with nothing in the browser's cache. */
export async function measureFirstView(browser: Browser, address: string): Promise<FirstView> {
  const context = await openContext(browser);
  try {
    const page = await context.newPage();
    const traffic = watchTraffic(page, new URL(address).origin);
    await page.addInitScript(watchUsable);
    const response = await page.goto(address, { waitUntil: "networkidle" });
    if (!response?.ok()) throw new Error(`The program answered ${response?.status()}.`);
    const usable = await page
      .waitForFunction(() => (window as Watched).usableAt)
      .then((it) => it.jsonValue());
    if (usable === undefined) throw new Error("The first view never became usable.");
    return { usable, ...(await traffic()) };
  } finally {
    await context.close();
  }
}

type Watched = Window & { usableAt?: number };

/** Runs in the page: asks in each frame whether all that a reader can work with is there. */
function watchUsable(): void {
  const isDrawn = (canvas: HTMLCanvasElement) => {
    const pixels =
      canvas.width > 0 && canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
    return pixels !== false && pixels !== undefined && pixels.data.some((value) => value > 0);
  };
  const look = () => {
    const markers = document.querySelectorAll('[aria-label="Map"] button[aria-label*=" event"]');
    const items = document.querySelectorAll('[aria-label="Events"] li');
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('[aria-label="Timeline"] canvas')];
    const isUsable = markers.length > 0 && items.length > 0 && canvases.length > 0 && canvases.every(isDrawn);
    if (isUsable) (window as Watched).usableAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function watchTraffic(page: Page, origin: string) {
  const sizes: Promise<{ bytes: number; isScript: boolean }>[] = [];
  let [requests, foreign] = [0, 0];
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (!/^(https?|wss?):$/.test(protocol)) return;
    requests++;
    if (asked !== origin) foreign++;
  });
  page.on("requestfinished", (request) => {
    const isScript = request.resourceType() === "script";
    sizes.push(request.sizes().then(({ responseBodySize }) => ({ bytes: responseBodySize, isScript })));
  });
  return async () => {
    const finished = await Promise.all(sizes);
    const sum = (some: typeof finished) => some.reduce((total, { bytes }) => total + bytes, 0);
    return {
      requests,
      foreign,
      all: sum(finished),
      scripts: sum(finished.filter(({ isScript }) => isScript)),
    };
  };
}
