import type { Page } from "@playwright/test";
import { expect, test } from "./test";

// Twenty-one hundred events of test/fixtures/throng.ts: counted at first, and shown one by one in a short window.
const WORDS = /([\d,]+) events? in the window/;

async function open(page: Page, query = ""): Promise<void> {
  await page.goto(`/d/throng${query}`);
  // The numbers come after the page, which a busy machine may take its time for.
  await expect(page.getByRole("slider", { name: "Window end" })).toHaveAttribute("aria-valuetext", WORDS, {
    timeout: 15_000,
  });
}

/** What the strip, the map and the list say of the window, at one moment. */
async function readCounts(page: Page): Promise<{ strip: number; map: number; list: number }> {
  const { strip, map, list } = await page.evaluate(() => {
    const texts = [...document.querySelectorAll("p")].map(({ textContent }) => textContent ?? "");
    return {
      strip: document.querySelector('[aria-label="Window end"]')?.getAttribute("aria-valuetext") ?? "",
      map: texts.find((text) => text.includes(" on the map")) ?? "",
      list: document.querySelector('[aria-label="Events"] h2')?.textContent ?? "",
    };
  });
  const [placed, unplaced = 0] = numbersOf(map);
  return {
    strip: numbersOf(WORDS.exec(strip)?.[1])[0] ?? 0,
    map: (placed ?? 0) + unplaced,
    list: numbersOf(list)[0] ?? 0,
  };
}

function numbersOf(text = ""): number[] {
  return [...text.matchAll(/[\d,]*\d/g)].map(([digits]) => Number(digits.replaceAll(",", "")));
}

const cells = (page: Page) =>
  page.getByRole("list", { name: "Cells of the map, the largest first" }).getByRole("button");
const rows = (page: Page) => page.getByRole("region", { name: "Events" }).getByRole("listitem");

test("strip, map and list count the same, at first and after the brush was dragged", async ({ page }) => {
  await open(page);
  await expect.poll(() => readCounts(page)).toEqual({ strip: 2058, map: 2058, list: 2058 });

  const end = page.getByRole("slider", { name: "Window end" });
  const box = await end.boundingBox();
  if (!box) throw new Error("The window's end is not to be seen.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 500, box.y + box.height / 2, { steps: 12 });
  await expect.poll(async () => (await readCounts(page)).strip).toBeLessThan(2058);
  const moving = await readCounts(page);
  expect(moving).toEqual({ strip: moving.strip, map: moving.strip, list: moving.strip });
  await page.mouse.up();
  await expect.poll(async () => new Set(Object.values(await readCounts(page))).size).toBe(1);
  expect((await readCounts(page)).strip).toBeLessThan(2058);
});

test("a long list holds only the rows that can be seen, and ends with the undated", async ({ page }) => {
  await open(page);
  await expect(rows(page).first()).toHaveAttribute("aria-setsize", "2100");
  await expect(page.getByRole("link", { name: "Sighting 0", exact: true })).toBeVisible();
  expect(await rows(page).count()).toBeLessThan(40);

  const scroller = page.locator("[data-scroller]").first();
  await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const last = rows(page).last();
  await expect(last).toHaveAttribute("aria-posinset", "2100");
  await expect(last).toContainText("No date in its sources");
  await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await expect(rows(page).first()).toContainText(/201[23]/);
});

test("a cell is a button that says where it is and how much it holds, and leads to its events", async ({
  page,
}) => {
  await open(page, "?map=0,34,2");
  const cell = cells(page).first();
  await expect(cell).toHaveAccessibleName(/^Near .+, [\d,]+ events$/);
  for (let step = 0; step < 8 && (await page.getByText("In this cell").count()) === 0; step++) {
    const name = await cell.innerText();
    await cell.press("Enter");
    await expect
      .poll(
        async () => (await page.getByText("In this cell").count()) === 1 || (await cell.innerText()) !== name,
      )
      .toBe(true);
  }
  const heading = page.getByRole("region", { name: "Events" }).getByRole("heading", { level: 2 });
  await expect(heading).toHaveText(/^In this cell [\d,]+/);
  const size = await rows(page).first().getAttribute("aria-setsize");
  expect(numbersOf(await heading.innerText())[0]).toBe(Number(size));
  await expect(cell).toHaveAccessibleName(new RegExp(`, ${size} events$`));
  await page.getByRole("button", { name: "All events" }).click();
  await expect(heading).toContainText("2,058");
});

test("a short window shows its events one by one, and a long one counts them again", async ({ page }) => {
  await open(page, "?from=2012-03-01&to=2012-03-31");
  await expect(page.getByText(/ on the map/)).toBeHidden();
  const strip = await page.getByRole("slider", { name: "Window end" }).getAttribute("aria-valuetext");
  const inWindow = numbersOf(WORDS.exec(strip ?? "")?.[1])[0] ?? 0;
  const heading = page.getByRole("region", { name: "Events" }).getByRole("heading", { level: 2 });
  await expect(heading).toHaveText(`Events ${inWindow}`);
  await expect(page.getByRole("button", { name: /^Lima, \d+ events?/ })).toBeVisible();

  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect(page.getByText("1,890 on the map · 168 without a place")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Lima, / })).toBeHidden();
});

test("an event of the list opens, has an address, and is led on from", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: "Sighting 0", exact: true }).click();
  const reader = page.getByRole("region", { name: "Reader" });
  await expect(reader.getByRole("heading", { name: "Sighting 0", exact: true })).toBeVisible();
  await expect(reader.getByText("What the observers saw in 2010").first()).toBeVisible();
  await expect(page).toHaveURL(/e=sighting-0/);

  await page.getByRole("button", { name: "Next event" }).click();
  await expect(reader.getByRole("heading", { name: "Sighting 0", exact: true })).toBeHidden();
  await page.getByRole("button", { name: "Previous event" }).click();
  await expect(reader.getByRole("heading", { name: "Sighting 0", exact: true })).toBeVisible();

  await page.reload();
  await expect(reader.getByRole("heading", { name: "Sighting 0", exact: true })).toBeVisible();
});

test("an event of many is changed where it is read, and others hear of it", async ({ page, context }) => {
  const other = await context.newPage();
  for (const one of [page, other]) await open(one, "?e=sighting-7");
  const toHeading = (one: Page) =>
    one.getByRole("region", { name: "Reader" }).getByRole("heading", { level: 2 }).first();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("dialog").getByLabel("Title").fill("Sighting seven");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  for (const one of [page, other]) {
    await expect(toHeading(one)).toHaveText("Sighting seven", { timeout: 15_000 });
    expect((await readCounts(one)).strip).toBe(2058);
  }
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(toHeading(other)).toHaveText("Sighting 7", { timeout: 15_000 });
  await other.close();
});

test("filters and search count anew, and all panes agree", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: /^Military/ }).click();
  await expect.poll(() => readCounts(page)).toEqual({ strip: 420, map: 420, list: 420 });

  await page.getByRole("button", { name: "Filters", exact: true }).click();
  await page.getByRole("checkbox", { name: /^The rangers/ }).check();
  const end = page.getByRole("slider", { name: "Window end" });
  await expect(end).toHaveAttribute("aria-valuetext", /, 140 events in the window/);
  await expect.poll(() => readCounts(page)).toEqual({ strip: 140, map: 140, list: 140 });
});

test.describe("without numbers", () => {
  test.use({ expectedNoise: [/ERR_FAILED/] });

  test("numbers that cannot be had are asked for again", async ({ page }) => {
    await page.route("**/api/v1/dossiers/throng/crowd**", (route) => route.abort(), { times: 1 });
    await page.goto("/d/throng");
    await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("1,890 on the map · 168 without a place")).toBeVisible();
    await expect(page.getByRole("alert").filter({ hasText: "numbers" })).toBeHidden();
  });
});
