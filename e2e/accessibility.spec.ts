import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./test";

const DEMO = "/d/stoltenberg-asia-2023";

type PageState = {
  readonly name: string;
  readonly address: string;
  /** Brings the page from its address into the state. */
  readonly reach?: (page: Page) => Promise<void>;
};

const STATES: readonly PageState[] = [
  { name: "the index", address: "/" },
  { name: "a dashboard with nothing selected", address: DEMO, reach: waitForMap },
  { name: "a selected event", address: `${DEMO}?e=arrives-in-seoul`, reach: waitForMap },
  { name: "a disagreement", address: `${DEMO}?e=nato-summit-madrid`, reach: openContext },
  { name: "open filters", address: DEMO, reach: openFilters },
  { name: "an opened marker", address: DEMO, reach: openMarker },
  { name: "found events", address: `${DEMO}?q=tanks`, reach: waitForFound },
  { name: "no event found", address: `${DEMO}?q=zzzz`, reach: waitForFound },
  { name: "an empty window", address: `${DEMO}?from=2022-10-01&to=2022-10-05`, reach: waitForTimeline },
  { name: "the keys", address: DEMO, reach: openKeys },
  {
    name: "an earlier “reported by”",
    address: `${DEMO}?as=2023-01-23&e=arrives-in-seoul`,
    reach: waitForMap,
  },
  { name: "a notice", address: `${DEMO}?from=yesterday&e=nobody`, reach: waitForNotice },
  { name: "an event's page", address: `${DEMO}/e/nato-summit-madrid` },
  { name: "a source's page", address: `${DEMO}/s/reuters` },
  { name: "an empty dossier", address: "/d/empty", reach: waitForTimeline },
  { name: "a dossier of hostile texts", address: "/d/hostile", reach: waitForTimeline },
];

const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 320, height: 640 },
] as const;

// Six looks at a page, each some seconds on a busy machine.
test.describe.configure({ timeout: 120_000 });

for (const { name, address, reach } of STATES) {
  test(`axe finds nothing in ${name}, light or dark, wide or narrow`, async ({ page }) => {
    await page.goto(address);
    await reach?.(page);
    await expectNoViolation(page);
  });
}

test.describe("a page that is not there", () => {
  // Next also tells the browser of the stylesheet that the page would have had.
  test.use({ expectedNoise: [/404|preloaded using link preload but not used/] });
  test("axe finds nothing in the page that says so", async ({ page }) => {
    await page.goto("/d/nowhere");
    await expectNoViolation(page);
  });
});

async function expectNoViolation(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      expect(await locateViolations(page), `${colorScheme}, ${size.width} wide`).toEqual([]);
    }
  }
}

async function locateViolations(page: Page): Promise<string[]> {
  // A state is looked at once it has settled: half-faded text has half its contrast.
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    // Thumbs are animations that are held still.
    const running = document.getAnimations().filter(({ playState }) => playState === "running");
    await Promise.all(running.map(({ finished }) => finished.catch(() => null)));
  });
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length).toBeGreaterThan(5);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary}`),
  );
}

async function waitForMap(page: Page): Promise<void> {
  await expect(
    page
      .getByRole("region", { name: "Map" })
      .getByRole("button", { name: /\d events?/ })
      .first(),
  ).toBeVisible();
}

async function waitForTimeline(page: Page): Promise<void> {
  await expect(page.getByRole("slider", { name: "Playhead" })).toHaveAttribute("aria-valuetext", /\d/);
}

async function waitForFound(page: Page): Promise<void> {
  await expect(page.getByText(/^\d+ found$/)).toBeVisible();
}

async function waitForNotice(page: Page): Promise<void> {
  await expect(page.getByText(/could not be followed/)).toBeVisible();
}

async function openContext(page: Page): Promise<void> {
  await page.getByText("Read in context").first().click();
  await expect(page.getByText("disagrees").first()).toBeVisible();
}

async function openFilters(page: Page): Promise<void> {
  await waitForMap(page);
  await page.getByRole("button", { name: /^Filters/ }).click();
  await expect(page.getByRole("group", { name: "More filters" })).toBeVisible();
}

async function openMarker(page: Page): Promise<void> {
  await waitForMap(page);
  await page.getByRole("button", { name: /^Seoul, \d/ }).click();
  await expect(page.getByRole("button", { name: /^Seoul, \d/ })).toHaveAttribute("aria-expanded", "true");
}

async function openKeys(page: Page): Promise<void> {
  await waitForTimeline(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
}
