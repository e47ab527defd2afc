import { DEMO, openDashboard, toMiddle } from "./panes";
import { expect, test } from "./test";

test("zooms at the pointer, pans under the hand, and zooms in on a double click", async ({ page }) => {
  const { timeline, windowStart, windowEnd } = await openDashboard(page, DEMO);
  const minutesOf = async (slider: typeof windowStart) => Number(await slider.getAttribute("aria-valuenow"));
  const toLength = async () => (await minutesOf(windowEnd)) - (await minutesOf(windowStart));
  const lanes = await timeline.locator("canvas").first().boundingBox();
  if (!lanes) throw new Error("The lanes are not on the screen.");
  const [x, y] = [lanes.x + lanes.width / 4, lanes.y + lanes.height - 4];
  const [start, length] = [await minutesOf(windowStart), await toLength()];

  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -200);
  await expect.poll(toLength).toBeLessThan(length * 0.8);
  // The instant under the pointer has stayed there, but for a pixel.
  const toDrift = async () =>
    Math.abs((await minutesOf(windowStart)) + (await toLength()) / 4 - (start + length / 4));
  await expect.poll(toDrift).toBeLessThan(length / lanes.width);

  const zoomed = [await minutesOf(windowStart), await toLength()] as const;
  await page.mouse.down();
  await page.mouse.move(x + 50, y, { steps: 5 });
  await expect.poll(() => minutesOf(windowStart)).toBeLessThan(zoomed[0]);
  await page.mouse.up();
  await expect.poll(async () => Math.abs((await toLength()) - zoomed[1])).toBeLessThan(2);

  await page.mouse.dblclick(x, y);
  await expect.poll(toLength).toBeLessThan(zoomed[1] * 0.6);
});

test("counts on the map follow the window's end while it is dragged", async ({ page }) => {
  const { windowEnd, marker, titles } = await openDashboard(page, DEMO);
  await expect(marker("Seoul, 5 events")).toBeVisible();

  const { x, y } = await toMiddle(windowEnd);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let dx = 0; dx < 100 && (await marker("Seoul, 3 events").count()) === 0; dx += 2) {
    await page.mouse.move(x - dx, y);
  }
  await expect(marker("Seoul, 3 events")).toBeVisible();
  await expect(marker(/^Tokyo/)).toBeHidden();
  await expect(titles.filter({ hasText: "Kishida" })).toHaveCount(0);
  await page.mouse.up();
});

test("an axis is scrubbed by pressing anywhere on it", async ({ page }) => {
  const { timeline, playhead } = await openDashboard(page, DEMO);
  const lanes = await timeline.locator("canvas").first().boundingBox();
  if (!lanes) throw new Error("The lanes are not on the screen.");

  await page.mouse.move(lanes.x + 5, lanes.y + 8);
  await page.mouse.down();
  await expect(playhead).toHaveAttribute("aria-valuetext", /15 January 2023/);
  await page.mouse.move(lanes.x + lanes.width / 2, lanes.y + 200, { steps: 4 });
  await expect(playhead).toHaveAttribute("aria-valuetext", /2[45] January 2023/);
  await page.mouse.up();
});

test("a mark that was opened before the basemap came stays open and keeps the focus", async ({ page }) => {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("/basemap/countries.json", async (route) => {
    await isReleased;
    await route.continue();
  });
  const { marker, map } = await openDashboard(page, DEMO);
  await marker("Seoul, 5 events").focus();
  await page.keyboard.press("Enter");
  const fanned = map.getByRole("button", { name: "Stoltenberg arrives in Seoul, occurred" });
  await expect(fanned).toBeFocused();
  // The world is painted; the marks are not.
  await expect(map.locator("canvas")).toHaveCount(0);

  release();
  await expect(map.locator("canvas")).toHaveCount(1);
  await expect(fanned).toBeFocused();
  await expect(marker("Seoul, 5 events")).toHaveAttribute("aria-expanded", "true");
});

test("says when the basemap cannot be had, and fetches it when asked again", async ({ page }) => {
  await page.route("/basemap/countries.json", (route) => route.fulfill({ status: 204, body: "" }));
  const { marker, map } = await openDashboard(page, DEMO);

  const failure = map.getByRole("status").filter({ hasText: "The basemap could not be loaded" });
  await expect(failure).toBeVisible();
  await expect(marker("Seoul, 5 events")).toBeVisible();
  await page.unroute("/basemap/countries.json");
  await failure.getByRole("button", { name: "Try again" }).click();
  await expect(failure).toHaveCount(0);
});
