import { DEMO, openDashboard } from "./panes";
import { expect, test } from "./test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

// One value for every parameter of the contract, in the order in which the program writes them.
const EVERYTHING = [
  ["from", "2023-01-20"],
  ["to", "2023-02-01"],
  ["t", "2023-01-30T03:15Z"],
  ["e", "meets-yoon"],
  ["p", "reuters-yoon"],
  ["map", "36.500,128.000,6.5"],
  ["q", "Stoltenberg"],
  ["cat", "diplomacy,military"],
  ["actor", "jens-stoltenberg"],
  ["place", "seoul"],
  ["source", "nato-seoul,reuters"],
  ["status", "occurred"],
  ["as", "2023-01-30"],
] as const;

test("opens exactly the view that a link holds, and shares the same link again", async ({ page }) => {
  const address = `${DEMO}?${EVERYTHING.map(([name, value]) => `${name}=${value}`).join("&")}`;
  const panes = await openDashboard(page, address);
  const { reader, events, map } = panes;

  await expect(panes.windowStart).toHaveAttribute(
    "aria-valuetext",
    "20 January 2023, 3 events in the window",
  );
  await expect(panes.windowEnd).toHaveAttribute("aria-valuetext", "1 February 2023, 3 events in the window");
  await expect(panes.playhead).toHaveAttribute("aria-valuetext", "Monday 30 January 2023, 12:15");
  await expect(panes.heading).toHaveText("Stoltenberg meets President Yoon");
  await expect(reader.locator("mark").first()).toHaveText("was expected to meet President Yoon Suk-yeol");
  await expect(panes.search).toHaveValue("Stoltenberg");
  await expect(panes.reportedBy).toHaveValue("2023-01-30");
  await expect(panes.titles).toHaveText([
    "Stoltenberg arrives in Seoul",
    "Stoltenberg meets Foreign Minister Park Jin",
    "Stoltenberg meets President Yoon",
  ]);
  await expect(events.locator("[aria-current]")).toHaveText("Stoltenberg meets President Yoon");
  await expect(map.getByRole("button", { name: /^Diplomacy/ })).toHaveAttribute("aria-pressed", "true");
  await expect(map.getByRole("button", { name: /^Statements/ })).toHaveAttribute("aria-pressed", "false");
  await map.getByRole("button", { name: /^Filters/ }).click();
  const chosen = map.getByRole("group", { name: "More filters" }).getByRole("checkbox", { checked: true });
  await expect(chosen).toHaveCount(5);

  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const shared = await page.evaluate(() => navigator.clipboard.readText());
  expect(shared).toBe(new URL(address, page.url()).href);
});

test("keeps what the hand does in the address, so that a reload shows the same", async ({ page }) => {
  const { playhead, titles, map, search, reportedBy, windowEnd } = await openDashboard(page, DEMO);

  await playhead.press("PageDown");
  await windowEnd.press("ArrowLeft");
  await search.fill("Seoul");
  await reportedBy.fill("2023-01-29");
  await map.getByRole("button", { name: /^Diplomacy/ }).click();
  await expect(titles).toHaveText([
    "Stoltenberg arrives in Seoul",
    "Stoltenberg meets Foreign Minister Park Jin",
    "Stoltenberg flies to Tokyo",
  ]);
  await expect(page).toHaveURL(
    `${DEMO}?from=2023-01-15&to=2023-02-02&t=2023-01-19T08:00Z&q=Seoul&cat=diplomacy&as=2023-01-29`,
  );

  await page.reload();
  await expect(playhead).toHaveAttribute("aria-valuetext", "Thursday 19 January 2023, 17:00");
  await expect(windowEnd).toHaveAttribute("aria-valuetext", "2 February 2023, 3 events in the window");
  await expect(search).toHaveValue("Seoul");
  await expect(titles).toHaveCount(3);
});

test("goes back and forward from one event to another", async ({ page }) => {
  const { heading, events, map, marker } = await openDashboard(page, DEMO);
  const select = (title: string) => events.getByRole("link", { name: title }).click();

  await select("Stoltenberg meets President Yoon");
  await expect(page).toHaveURL(/[?&]e=meets-yoon/);
  await select("Stoltenberg’s television interview at the WEF");
  await expect(heading).toHaveText("Stoltenberg’s television interview at the WEF");
  await expect(marker(/^Davos/)).toBeInViewport();

  await page.goBack();
  await expect(heading).toHaveText("Stoltenberg meets President Yoon");
  await expect(marker(/^Seoul/)).toBeInViewport();
  await page.goBack();
  await expect(heading).toHaveText("Stoltenberg in Seoul and Tokyo");
  await expect(page).toHaveURL(DEMO);
  await page.goForward();
  await expect(heading).toHaveText("Stoltenberg meets President Yoon");
  await expect(map.getByRole("button", { name: "Zoom in" })).toBeVisible();
});

test("shows an event in its own time when its link says nothing of time", async ({ page }) => {
  const { heading, windowStart, playhead, marker } = await openDashboard(
    page,
    `${DEMO}?e=nato-summit-madrid`,
  );

  await expect(heading).toHaveText("Yoon and Kishida attend the NATO summit");
  await expect(windowStart).toHaveAttribute("aria-valuetext", /June 2022/);
  await expect(playhead).toHaveAttribute("aria-valuetext", /^Wednesday 29 June 2022/);
  await expect(marker("Madrid, 1 event")).toBeInViewport();
});

test("opens a passage's event when a link holds the passage alone", async ({ page }) => {
  const { heading, reader } = await openDashboard(page, `${DEMO}?p=nato-park-summit`);

  await expect(heading).toHaveText("Yoon and Kishida attend the NATO summit");
  await expect(reader.locator("mark").first()).toHaveText(/^it was an historic moment/);
});

test("says what of a link it could not follow, and shows the rest", async ({ page }) => {
  const { heading, titles, windowStart, playhead, search } = await openDashboard(
    page,
    `${DEMO}?from=soon&to=2023-02-30&t=25:00&e=no-such-event&p=no-such-passage&map=north&cat=gossip&actor=nobody&place=atlantis&source=hearsay&status=certain&as=never&q=Kishida&utm_source=letter`,
  );

  const notice = page.getByRole("status").filter({ hasText: "Part of this link could not be followed." });
  for (const value of [
    "soon",
    "2023-02-30",
    "25:00",
    "no-such-event",
    "no-such-passage",
    "north",
    "gossip",
    "nobody",
    "atlantis",
    "hearsay",
    "certain",
    "never",
  ]) {
    await expect(notice).toContainText(`“${value}”`);
  }
  await expect(heading).toHaveText("Stoltenberg in Seoul and Tokyo");
  await expect(windowStart).toHaveAttribute("aria-valuetext", /^15 January 2023/);
  await expect(playhead).toHaveAttribute("aria-valuetext", "Sunday 29 January 2023, 17:00");
  await expect(search).toHaveValue("Kishida");
  await expect(titles).toHaveText(["Stoltenberg flies to Tokyo", "Stoltenberg meets Prime Minister Kishida"]);
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await expect(notice).toHaveCount(0);
});

test("goes back to the map as it opened where no view of it was ever chosen", async ({ page }) => {
  const { marker, heading } = await openDashboard(
    page,
    "/d/date-line?from=2019-04-21&to=2019-04-22&t=2019-04-22",
  );
  await expect(marker(/^Bering Strait/)).toBeInViewport();

  await page.keyboard.press("[");
  await expect(heading).toHaveText("An exercise is declared in the far east");
  await page.keyboard.press("[");
  await expect(heading).toHaveText("The canoe is welcomed");
  await expect(marker(/^Apia/)).toBeInViewport();
  await expect(marker(/^Bering Strait/)).not.toBeInViewport();
  await page.goBack();
  await page.goBack();
  await expect(marker(/^Bering Strait/)).toBeInViewport();
});
