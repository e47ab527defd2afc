import { DEMO, openDashboard } from "./panes";
import { expect, test } from "./test";

test("narrows every pane by filters that say how much they would leave", async ({ page }) => {
  const { map, titles, marker } = await openDashboard(page, DEMO);

  const statements = map.getByRole("button", { name: /^Statements/ });
  await expect(statements).toHaveText("Statements 5");
  await statements.click();
  await expect(statements).toHaveAttribute("aria-pressed", "true");
  await expect(titles).toHaveText([
    "Stoltenberg’s television interview at the WEF",
    "North Korea denounces the tank decision",
    "Yonhap interview",
    "Speech at the CHEY Institute",
  ]);
  await expect(marker("Seoul, 1 event")).toBeVisible();

  await map.getByRole("button", { name: /^Filters/ }).click();
  const more = map.getByRole("group", { name: "More filters" });
  const actor = more.getByRole("group", { name: "Actor" });
  await expect(actor.getByRole("checkbox", { name: /^CHEY Institute/ })).toBeVisible();
  await expect(actor.getByRole("checkbox", { name: /^Park Jin/ })).toHaveCount(0);
  await actor.getByRole("checkbox", { name: "Jens Stoltenberg 3" }).check();
  await expect(titles).toHaveCount(3);
  await more.getByRole("group", { name: "Place" }).getByRole("checkbox", { name: "Davos 1" }).check();
  await expect(titles).toHaveText(["Stoltenberg’s television interview at the WEF"]);
  await expect(page).toHaveURL(`${DEMO}?cat=statement&actor=jens-stoltenberg&place=davos`);

  await page.keyboard.press("Escape");
  await expect(more).toHaveCount(0);
  await map.getByRole("button", { name: "Clear filters" }).click();
  await expect(titles).toHaveCount(13);
  await expect(page).toHaveURL(DEMO);
});

test("finds words of passages, wherever in time their events are", async ({ page }) => {
  const { search, titles, events, heading, windowStart } = await openDashboard(page, DEMO);

  await search.fill("credentials");
  await expect(page.getByRole("status").filter({ hasText: "1 found" })).toBeVisible();
  await expect(events).toContainText("1 event lies outside of it.");
  await events.getByRole("button", { name: "Show all time" }).click();
  await expect(windowStart).toHaveAttribute("aria-valuetext", /2022/);
  await expect(titles).toHaveText(["South Korea opens its first mission to NATO"]);
  await titles.click();
  await expect(heading).toHaveText("South Korea opens its first mission to NATO");
});

test("says when nothing matches, keeps the words and the filters, and offers to clear them", async ({
  page,
}) => {
  const { search, map, titles, events } = await openDashboard(page, DEMO);
  const military = map.getByRole("button", { name: /^Military/ });

  await military.click();
  await search.fill("zeppelin");
  await expect(events).toContainText("No event matches the filters.");
  await expect(titles).toHaveCount(0);
  await expect(search).toHaveValue("zeppelin");
  await expect(military).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(`${DEMO}?q=zeppelin&cat=military`);

  await events.getByRole("button", { name: "Clear filters" }).click();
  await expect(search).toHaveValue("");
  await expect(titles).toHaveCount(13);
});
