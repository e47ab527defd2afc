import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const DEMO = "/d/stoltenberg-asia-2023";

test("map, timeline and sheet share the screen, and the page itself does not scroll", async ({ page }) => {
  await open(page);
  const [map, timeline, events] = await Promise.all(
    ["Map", "Timeline", "Events"].map((name) => boxOf(page.getByRole("region", { name }))),
  );
  expect(map?.y).toBeLessThan(60);
  expect(timeline?.y).toBeCloseTo((map?.y ?? 0) + (map?.height ?? 0), -1);
  expect(events?.y).toBeGreaterThanOrEqual((timeline?.y ?? 0) + (timeline?.height ?? 0));
  expect(map?.height).toBeGreaterThan(200);
  const scrolls = await page.evaluate(() => [
    document.documentElement.scrollWidth - innerWidth,
    document.documentElement.scrollHeight - innerHeight,
  ]);
  expect(scrolls).toEqual([0, 0]);
});

test("the handle opens and closes the sheet by tap and by key, and says how far it is open", async ({
  page,
}) => {
  await open(page);
  const handle = page.getByRole("button", { name: "Panel size: half" });
  const [half, map] = [await topOf(page), await boxOf(page.getByRole("region", { name: "Map" }))];

  await handle.tap();
  await expect(page.getByRole("button", { name: "Panel size: full" })).toBeVisible();
  await expect.poll(() => topOf(page)).toBeLessThan(80);

  await page.getByRole("button", { name: /^Panel size/ }).press("ArrowDown");
  await expect.poll(() => topOf(page)).toBe(half);
  await page.getByRole("button", { name: /^Panel size/ }).press("ArrowDown");
  await expect(page.getByRole("button", { name: "Panel size: closed" })).toBeFocused();
  await expect.poll(() => topOf(page)).toBeGreaterThan(740);
  await expect
    .poll(async () => (await boxOf(page.getByRole("region", { name: "Map" }))).height)
    .toBeGreaterThan(map.height + 200);
  await page.getByRole("button", { name: /^Panel size/ }).press("Enter");
  await expect.poll(() => topOf(page)).toBe(half);
});

test("the sheet follows the finger and settles at the nearest size", async ({ page }) => {
  await open(page);
  const half = await topOf(page);
  await dragHandle(page, -60);
  await expect.poll(() => topOf(page)).toBe(half);
  await dragHandle(page, -300);
  await expect(page.getByRole("button", { name: "Panel size: full" })).toBeVisible();
  await dragHandle(page, 760);
  await expect(page.getByRole("button", { name: "Panel size: closed" })).toBeVisible();
});

test("choosing a marker, an event or the next event opens the reader half", async ({ page }) => {
  await open(page);
  const reader = page.getByRole("region", { name: "Reader" });
  const handle = page.getByRole("button", { name: /^Panel size/ });

  await handle.press("ArrowDown");
  await page.getByRole("button", { name: /^Tokyo/ }).tap();
  await expect(page.getByRole("button", { name: "Panel size: half" })).toBeVisible();
  await expect(reader).toBeInViewport({ ratio: 0.5 });
  await expect(page.getByRole("button", { name: /^Tokyo/ })).toBeInViewport();

  await page.getByRole("button", { name: /^Events \d/ }).tap();
  await expect(page.getByRole("region", { name: "Events" })).toBeInViewport({ ratio: 0.5 });
  await page.getByRole("link", { name: "Stoltenberg arrives in Seoul" }).tap();
  await expect(reader).toBeInViewport({ ratio: 0.5 });
  await expect(reader.getByRole("heading", { name: "Stoltenberg arrives in Seoul" })).toBeInViewport();

  await handle.press("ArrowDown");
  await page.getByRole("button", { name: "Next event" }).tap();
  await expect(page.getByRole("button", { name: "Panel size: half" })).toBeVisible();
});

test("a link to an event opens on its passage, with “Reported by” within reach", async ({ page }) => {
  await page.goto(`${DEMO}?e=arrives-in-seoul`);
  await expect(page.getByRole("heading", { name: "Stoltenberg arrives in Seoul" })).toBeInViewport();
  const reportedBy = page.getByLabel("Reported by");
  await expect(reportedBy).not.toBeInViewport();
  await page.getByRole("button", { name: "As of today" }).tap();
  await expect(reportedBy).toBeFocused();
  await expect(reportedBy).toBeInViewport();
  await reportedBy.fill("2023-01-23");
  await expect(page.getByRole("button", { name: "As of 23 Jan 2023" })).toBeVisible();
});

test("the search opens from its button, keeps what was found in sight, and closes again", async ({
  page,
}) => {
  await open(page);
  const search = page.getByRole("searchbox", { name: "Search" });
  expect((await boxOf(search)).width).toBeLessThan(8);
  await page.getByRole("button", { name: "Open the search" }).tap();
  await expect(search).toBeFocused();
  expect((await boxOf(search)).width).toBeGreaterThan(150);
  await expect(page.getByRole("search").locator("kbd")).toBeHidden();
  await search.fill("Iruma");
  await expect(page.getByText(/^\d+ found$/)).toBeVisible();
  await search.blur();
  expect((await boxOf(search)).width).toBeGreaterThan(150);
  await page.getByRole("button", { name: "Close the search" }).tap();
  await expect(search).toHaveValue("");
  await expect(page.getByRole("button", { name: "Open the search" })).toBeVisible();
});

test("what has the focus is seen: the sheet opens for its pages and uncovers the map", async ({ page }) => {
  await open(page);
  const handle = page.getByRole("button", { name: /^Panel size/ });
  await handle.press("ArrowDown");
  await page.getByRole("link", { name: "Stoltenberg arrives in Seoul" }).focus();
  await expect(page.getByRole("button", { name: "Panel size: half" })).toBeVisible();
  await handle.press("ArrowUp");
  await page.getByRole("slider", { name: "Playhead" }).focus();
  await expect(page.getByRole("button", { name: "Panel size: half" })).toBeVisible();
});

test("names at the map's edge are whole", async ({ page }) => {
  await open(page);
  const right = await page
    .getByRole("button", { name: /^Tokyo/ })
    .getByText("Tokyo", { exact: true })
    .evaluate((label) => label.getBoundingClientRect().right);
  expect(right).toBeLessThanOrEqual(390);
});

async function open(page: Page): Promise<void> {
  await page.goto(DEMO);
  await expect(page.getByRole("button", { name: /^Seoul/ })).toBeVisible();
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not on the screen.`);
  return box;
}

async function topOf(page: Page): Promise<number> {
  return Math.round((await boxOf(page.getByRole("button", { name: /^Panel size/ }))).y);
}

/** Slowly enough not to be a flick. */
async function dragHandle(page: Page, dy: number): Promise<void> {
  const handle = page.getByRole("button", { name: /^Panel size/ });
  // Not before the sheet rests: what is still moving would be missed.
  await handle.hover();
  const { x, y, width, height } = await boxOf(handle);
  const [atX, atY] = [x + width / 2, y + height / 2];
  await page.mouse.move(atX, atY);
  await page.mouse.down();
  await page.mouse.move(atX, atY + dy, { steps: 20 });
  // A finger that rests before it lifts.
  for (let i = 0; i < 8; i++) await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
  await page.mouse.up();
}
