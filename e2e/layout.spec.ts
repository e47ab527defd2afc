import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./test";

const DEMO = "/d/stoltenberg-asia-2023";

const DIVIDERS = [
  { name: "Width of the events", region: "Events", side: "width", key: "ArrowRight", by: [60, 0] },
  { name: "Width of the reader", region: "Reader", side: "width", key: "ArrowLeft", by: [-60, 0] },
  { name: "Height of the timeline", region: "Timeline", side: "height", key: "ArrowUp", by: [0, -60] },
] as const;

for (const { name, region, side, key, by } of DIVIDERS) {
  test(`“${name}” is dragged, moved by keys, remembered and reset`, async ({ page }) => {
    await open(page);
    const divider = page.getByRole("separator", { name });
    const pane = page.getByRole("region", { name: region });
    const map = page.getByRole("region", { name: "Map" });
    const usual = (await boxOf(pane))[side];
    const usualMap = (await boxOf(map))[side];

    await drag(page, divider, by[0], by[1]);
    expect((await boxOf(pane))[side]).toBeCloseTo(usual + 60, -1);
    expect((await boxOf(map))[side]).toBeCloseTo(usualMap - 60, -1);

    const dragged = (await boxOf(pane))[side];
    const said = Number(await divider.getAttribute("aria-valuenow"));
    await divider.press(key);
    expect((await boxOf(pane))[side]).toBeCloseTo(dragged + 16, 0);
    await expect(divider).toHaveAttribute("aria-valuenow", String(said + 16));

    await page.reload();
    await expect.poll(async () => Math.round((await boxOf(pane))[side])).toBe(Math.round(dragged + 16));

    await divider.dblclick();
    expect((await boxOf(pane))[side]).toBeCloseTo(usual, 0);
    await page.reload();
    await expect(page.getByRole("button", { name: /^Seoul/ })).toBeVisible();
    expect((await boxOf(pane))[side]).toBeCloseTo(usual, 0);
  });

  test(`“${name}” stops where a pane could no longer be used`, async ({ page }) => {
    await open(page);
    const divider = page.getByRole("separator", { name });
    const pane = page.getByRole("region", { name: region });
    await divider.press("Home");
    expect((await boxOf(pane))[side]).toBeGreaterThanOrEqual(168);
    await divider.press("End");
    const map = await boxOf(page.getByRole("region", { name: "Map" }));
    expect(map[side]).toBeGreaterThanOrEqual(139);
    await expect(divider).toHaveAttribute(
      "aria-valuenow",
      (await divider.getAttribute("aria-valuemax")) ?? "",
    );
    await drag(page, divider, by[0] * 10, by[1] * 10);
    expect((await boxOf(page.getByRole("region", { name: "Map" })))[side]).toBeGreaterThanOrEqual(139);
  });
}

test("the map keeps its centre and its marks while a divider moves, and the lanes stay as sharp as before", async ({
  page,
}) => {
  await open(page);
  const seoul = page.getByRole("button", { name: /^Seoul/ });
  const offset = async () => {
    const [mark, map] = [await boxOf(seoul), await boxOf(page.getByRole("region", { name: "Map" }))];
    return mark.x + mark.width / 2 - (map.x + map.width / 2);
  };
  const before = await offset();
  await drag(page, page.getByRole("separator", { name: "Width of the reader" }), -150, 0);
  expect(Math.abs((await offset()) - before)).toBeLessThan(3);
  await drag(page, page.getByRole("separator", { name: "Height of the timeline" }), 0, -100);
  const ratios = await page
    .getByRole("region", { name: "Timeline" })
    .locator("canvas")
    .evaluateAll((all) =>
      all.map((one) => one instanceof HTMLCanvasElement && one.height / one.clientHeight / devicePixelRatio),
    );
  for (const ratio of ratios) expect(ratio).toBeCloseTo(1, 1);
});

test("a remembered size gives way in a window that is too narrow for it", async ({ page }) => {
  await open(page);
  await page.getByRole("separator", { name: "Width of the reader" }).press("End");
  await page.setViewportSize({ width: 1100, height: 800 });
  expect((await boxOf(page.getByRole("region", { name: "Map" }))).width).toBeGreaterThanOrEqual(239);
  expect(await toOverflow(page)).toEqual([0, 0]);
});

test("on a tablet the events lie under the map, with a divider between", async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 1180 });
  await open(page);
  const [map, events] = [
    page.getByRole("region", { name: "Map" }),
    page.getByRole("region", { name: "Events" }),
  ];
  expect((await boxOf(events)).y).toBeGreaterThanOrEqual(
    (await boxOf(map)).y + (await boxOf(map)).height - 1,
  );
  await expect(page.getByRole("separator", { name: "Width of the events" })).toBeHidden();
  const { height } = await boxOf(events);
  await page.getByRole("separator", { name: "Height of the events" }).press("ArrowUp");
  expect((await boxOf(events)).height).toBeCloseTo(height + 16, 0);
});

for (const [width, height] of [
  [1440, 900],
  [1100, 700],
  [1024, 768],
  [768, 1024],
  [844, 390],
  [390, 844],
  [320, 568],
  [320, 256],
] as const) {
  test(`at ${width} × ${height} nothing scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const address of [
      "/",
      DEMO,
      `${DEMO}?e=nato-summit-madrid`,
      `${DEMO}/e/arrives-in-seoul`,
      `${DEMO}/s/reuters`,
    ]) {
      await page.goto(address);
      expect((await toOverflow(page))[0], address).toBe(0);
    }
  });
}

test("with text twice as large nothing is cut off sideways", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const address of ["/", DEMO, `${DEMO}/e/arrives-in-seoul`]) {
    await page.goto(address);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect((await toOverflow(page))[0], address).toBe(0);
    const font = await page
      .locator("h1")
      .first()
      .evaluate((title) => getComputedStyle(title).fontSize);
    expect(Number.parseFloat(font)).toBeGreaterThanOrEqual(28);
  }
});

test("paper gets the events with numbered citations, places with coordinates, full addresses and the hour", async ({
  page,
}) => {
  await page.goto(`${DEMO}?e=arrives-in-seoul`);
  await expect(page.getByRole("button", { name: /^Seoul/ })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("region", { name: "Map" })).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stoltenberg in Seoul and Tokyo");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Stoltenberg arrives in Seoul");
  await expect(page.getByText(/^Printed .*, from http.*e=arrives-in-seoul$/)).toBeVisible();
  await expect(page.getByText("Seoul 37.57, 126.98").first()).toBeVisible();

  const quotation = page.getByRole("blockquote").filter({ hasText: "arrived in South Korea on Sunday" });
  const number = Number(/\[(\d+)\]/.exec((await quotation.first().textContent()) ?? "")?.[1]);
  const source = page
    .getByRole("region", { name: "Sources" })
    .getByRole("listitem")
    .nth(number - 1);
  await expect(source).toContainText("Reuters");
  await expect(page.getByRole("region", { name: "Sources" })).toContainText("https://www.nato.int/");

  await page.emulateMedia({ media: "screen" });
  await expect(page.getByRole("region", { name: "Map" })).toBeVisible();
});

test("in a window of time paper gets what the list shows", async ({ page }) => {
  await page.goto(`${DEMO}?cat=military`);
  const titles = await page.getByRole("region", { name: "Events" }).getByRole("link").allTextContents();
  await page.emulateMedia({ media: "print" });
  const printed = page.getByRole("heading", { level: 2 });
  await expect(printed).toHaveText([...titles, "Places", "Sources"]);
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

async function drag(page: Page, divider: Locator, dx: number, dy: number): Promise<void> {
  const { x, y, width, height } = await boxOf(divider);
  const [fromX, fromY] = [x + width / 2, y + height / 2];
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + dx / 2, fromY + dy / 2, { steps: 4 });
  await page.mouse.move(fromX + dx, fromY + dy, { steps: 4 });
  await page.mouse.up();
}

/** By how much the document is wider and higher than the window. */
async function toOverflow(page: Page): Promise<[number, number]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - clientHeight];
  });
}
