import type { Browser, BrowserContext } from "@playwright/test";

/** A fresh profile at the size of the design, for functions that are sent to the page. */
export async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // tsx wraps each function in a call that keeps its name, which pages do not have.
  await context.addInitScript("globalThis.__name = (named) => named");
  return context;
}
