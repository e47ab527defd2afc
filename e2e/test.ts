import { type BrowserContext, test as base, expect } from "@playwright/test";

export { expect };

type Options = {
  /** Messages that a test provokes on purpose, such as the browser's own about a page that is not found. */
  expectedNoise: readonly RegExp[];
};

/**
 * Playwright's test, which fails also if any page of it says something on the console, throws, breaks the content
 * security policy, or asks anything of a foreign origin.
 */
export const test = base.extend<Options & { quiet: undefined }>({
  expectedNoise: [[], { option: true }],
  quiet: [
    async ({ context, baseURL, expectedNoise }, use) => {
      const heard = await listen(context, new URL(baseURL ?? "").origin);
      await use(undefined);
      const unexpected = heard.filter((message) => !expectedNoise.some((pattern) => pattern.test(message)));
      expect(unexpected, "what was said or asked that should not have been").toEqual([]);
    },
    { auto: true },
  ],
});

async function listen(context: BrowserContext, origin: string): Promise<readonly string[]> {
  const heard: string[] = [];
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type()))
      heard.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => heard.push(`page error: ${error.error()}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const isForeign = ["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== origin;
    if (isForeign) heard.push(`foreign request: ${request.url()}`);
  });
  await context.exposeBinding("hearViolation", (_, violation: string) =>
    heard.push(`violation: ${violation}`),
  );
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      const { hearViolation } = window as unknown as { hearViolation: (violation: string) => void };
      hearViolation(`${violatedDirective} ${blockedURI}`);
    });
  });
  return heard;
}
