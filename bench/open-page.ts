import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import { locateBrowser } from "@/scripts/browser";
import { CATEGORIES, type Frame, type TraceEvent, toFrames } from "./main-thread";
import { HEIGHT, WIDTH } from "./page/columns";

export type OpenPage = {
  readonly page: Page;
  /** Sent to the page so far, as it came over the wire. */
  readonly countSent: () => number;
  /** After a collection. */
  readonly measureMemory: () => Promise<number>;
  /** Runs what drags the window, and says what each step cost. */
  readonly trace: (drag: () => Promise<unknown>, mark: string) => Promise<Frame[]>;
  readonly version: string;
  readonly close: () => Promise<void>;
};

/** Opens an empty page in a browser of its own, so that nothing is left of the contestant before. */
export async function openPage(): Promise<OpenPage> {
  const { executablePath, env } = await locateBrowser();
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    args: [
      ...(isRoot ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-background-networking",
      "--no-first-run",
    ],
  });
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: HEIGHT },
    locale: "en-GB",
    timezoneId: "UTC",
  });
  // What turns TypeScript into JavaScript here wraps functions in this one, which a page does not have.
  await page.addInitScript("globalThis.__name ??= (it) => it;");
  const cdp = await page.context().newCDPSession(page);
  let sent = 0;
  await cdp.send("Network.enable");
  cdp.on("Network.loadingFinished", ({ encodedDataLength }) => {
    sent += encodedDataLength;
  });
  return {
    page,
    countSent: () => sent,
    measureMemory: () => measureMemory(cdp),
    trace: (drag, mark) => trace(browser, page, drag, mark),
    version: browser.version(),
    close: () => browser.close(),
  };
}

async function measureMemory(cdp: CDPSession): Promise<number> {
  await cdp.send("HeapProfiler.collectGarbage");
  const usage: { usedSize: number; backingStorageSize?: number } = await cdp.send("Runtime.getHeapUsage");
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

async function trace(
  browser: Browser,
  page: Page,
  drag: () => Promise<unknown>,
  mark: string,
): Promise<Frame[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await drag().catch(async (error: unknown) => {
    await browser.stopTracing();
    throw error;
  });
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as {
    traceEvents: TraceEvent[];
  };
  return toFrames(traceEvents, mark);
}
