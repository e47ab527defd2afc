import { DEMO, openDashboard } from "./panes";
import { expect, test } from "./test";

test.describe("an address of nothing", () => {
  test.use({ expectedNoise: [/the server responded with a status of 404/] });

  test("answers 404 with a page that leads on", async ({ page }) => {
    for (const path of ["/nowhere", "/d/nowhere"]) {
      expect((await page.goto(path))?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
      await expect(page.getByRole("link", { name: "See all dossiers" })).toHaveAttribute("href", "/");
    }
    for (const [path, thing] of [
      ["e/nothing", "event"],
      ["s/nothing", "source"],
    ] as const) {
      expect((await page.goto(`${DEMO}/${path}`))?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`There is no such ${thing}`);
      await page.getByRole("link", { name: "Look for it in the dossier" }).click();
      await expect(page).toHaveURL(DEMO);
    }
  });
});

test("shows an empty dossier as empty, and every control of it still works", async ({ page }) => {
  const { events, map, heading, playhead } = await openDashboard(page, "/d/empty");

  await expect(heading).toHaveText("An empty dossier");
  await expect(events).toContainText("This dossier has no events yet.");
  await expect(map.getByRole("status")).toBeVisible();
  await page.getByRole("button", { name: "Next event" }).click();
  await page.getByRole("button", { name: "Fit to events" }).click();
  const before = await playhead.getAttribute("aria-valuetext");
  await playhead.press("ArrowRight");
  await expect(playhead).not.toHaveAttribute("aria-valuetext", before ?? "");
  await expect(heading).toHaveText("An empty dossier");
});

test("shows a dossier with one event", async ({ page }) => {
  const { titles, marker, heading } = await openDashboard(page, "/d/single");

  await expect(titles).toHaveText(["Children march to the palace"]);
  await expect(page.getByText("1 event · 1 source")).toBeVisible();
  await marker("Oslo, 1 event").click();
  await expect(heading).toHaveText("Children march to the palace");
  await page.getByRole("button", { name: "Next event" }).click();
  await expect(heading).toHaveText("Children march to the palace");
});

test("keeps two hundred events on one day in one place within reach", async ({ page }) => {
  const { titles, marker, map, heading, timeline } = await openDashboard(page, "/d/crowded");

  await expect(titles).toHaveCount(200);
  const geneva = marker(/^Geneva, 200 events/);
  await geneva.click();
  await expect(heading).toHaveText(/^Delegation \d+ speaks$/);
  await expect(map.getByRole("button", { name: /^Delegation \d+ speaks/ })).not.toHaveCount(0);
  await expect(map.getByText(/^\+\d+ more in the list$/)).toBeVisible();

  // What does not fit the lanes is counted; a click opens the count.
  const box = await timeline.locator("canvas").first().boundingBox();
  const cluster = page.getByRole("dialog", { name: /^\d+ events at one place of the timeline$/ });
  await expect(async () => {
    for (let y = 40; y < (box?.height ?? 0) && !(await cluster.isVisible()); y += 8) {
      await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + y);
    }
    await expect(cluster).toBeVisible({ timeout: 100 });
  }).toPass();
  const last = cluster.getByRole("button").last();
  const title = /Delegation \d+ speaks/.exec((await last.textContent()) ?? "")?.[0] ?? "nothing";
  await last.click();
  await expect(heading).toHaveText(title);
});

test("shows five centuries, from a century's haze to an hour", async ({ page }) => {
  const { titles, windowStart, heading, events, playhead } = await openDashboard(page, "/d/centuries");

  await expect(titles).toHaveCount(34);
  await expect(titles.last()).toHaveText("A treasure is said to lie in the bay");
  await expect(events).toContainText("the 1520s");
  await events.getByRole("link", { name: "A machine flies for twelve seconds" }).click();
  await expect(heading).toHaveText("A machine flies for twelve seconds");
  await expect(playhead).toHaveAttribute("aria-valuetext", /1903/);
  for (const length of ["Year", "Day"]) {
    await page.getByRole("button", { name: length, exact: true }).click();
    await expect(titles.filter({ hasText: "A machine flies" })).toBeVisible();
    await expect(windowStart).toHaveAttribute("aria-valuetext", /190[34]/);
  }
  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect(titles).toHaveCount(34);
});

test("shows both sides of the date line beside each other", async ({ page }) => {
  const { marker, titles, heading, map, events } = await openDashboard(page, "/d/date-line");

  await expect(titles).toHaveCount(10);
  // What is near each other on the globe shares a mark or stands beside it, on whichever side of the meridian it lies.
  await expect(marker(/^Suva and 3 more places, 6 events/)).toBeInViewport();
  await marker(/^Suva and/).click();
  const boxes = [marker(/^Taveuni|^Suva|^Fiji/).first(), marker(/^Apia/)];
  for (const box of boxes) await expect(box).toBeInViewport();
  await events.getByRole("link", { name: "An airliner lands before it took off" }).click();
  await expect(heading).toHaveText("An airliner lands before it took off");
  await expect(marker(/^San Francisco/)).toBeInViewport();
  await map.getByRole("button", { name: "Fit to events" }).click();
  await expect(marker(/^Honolulu/)).toBeInViewport();
});

test("shows markup, endless words and changes of direction as the text that they are", async ({ page }) => {
  const { titles, heading, reader, marker } = await openDashboard(page, "/d/hostile");
  const script = "<script>window.hostile = true</script>";

  await expect(titles).toHaveCount(8);
  await expect(titles.first()).toContainText(script);
  for (const position of [0, 1, 6, 7]) {
    await titles.nth(position).click();
    await expect(heading).toHaveText((await titles.nth(position).textContent()) ?? "");
    await expect(reader.locator("blockquote mark")).toHaveCount(1);
  }
  await marker(/, 8 events/).click();
  for (const path of ["/", "/d/hostile/e/hostile-2", "/d/hostile/s/hostile-source"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText(/<script>|<svg onload|<img src/);
  }
  await expect.poll(() => page.evaluate(() => "hostile" in window)).toBe(false);
  // Nothing is wider than the page.
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
