import { DEMO, openDashboard, toMiddle } from "./panes";
import { expect, test } from "./test";

test("opens the demo on the visit, with nothing selected", async ({ page }) => {
  const { map, marker, events, titles, heading, reader, ...panes } = await openDashboard(page, DEMO);

  await expect(page).toHaveTitle("Stoltenberg in Seoul and Tokyo · Dateline");
  await expect(panes.windowStart).toHaveAttribute(
    "aria-valuetext",
    /^15 January 2023, \d+ events in the window$/,
  );
  await expect(panes.windowEnd).toHaveAttribute("aria-valuetext", /^3 February 2023,/);
  await expect(panes.playhead).toHaveAttribute("aria-valuetext", "Sunday 29 January 2023, 17:00");
  await expect(heading).toHaveText("Stoltenberg in Seoul and Tokyo");
  await expect(reader.getByRole("blockquote")).toHaveCount(0);
  await expect(events.locator("[aria-current]")).toHaveCount(0);
  for (const name of ["Seoul, 5 events", /^Tokyo, 2 events/, /^Iruma, 1 event/]) {
    await expect(marker(name)).toBeInViewport();
  }
  await expect(marker(/^Davos/)).not.toBeInViewport();
  await expect(titles).toHaveText([
    "Stoltenberg’s television interview at the WEF",
    "U.S. decision to send tanks to Ukraine",
    "North Korea denounces the tank decision",
    "Stoltenberg arrives in Seoul",
    "Stoltenberg meets Foreign Minister Park Jin",
    "Yonhap interview",
    "Stoltenberg to meet Defence Minister Lee Jong-sup",
    "Stoltenberg meets President Yoon",
    "Speech at the CHEY Institute",
    "Stoltenberg flies to Tokyo",
    "Stoltenberg visits Iruma Air Base",
    "Stoltenberg meets Prime Minister Kishida",
    "North Korea is accused of arming Russia",
  ]);
  await expect(page).toHaveURL(DEMO);
});

test("leads from a scrubbed playhead over Seoul and Tokyo to the words behind them", async ({ page }) => {
  const { marker, map, playhead, heading, reader, titles } = await openDashboard(page, DEMO);
  const seoul = marker("Seoul, 5 events");
  const onTheDay = await seoul.screenshot();

  const { x, y } = await toMiddle(playhead);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 200, y, { steps: 10 });
  await expect(playhead).toHaveAttribute("aria-valuetext", / 2[0-7] January 2023/);
  const before = await seoul.screenshot();
  expect(before.equals(onTheDay), "the marker shows while the hand moves that nothing has happened yet").toBe(
    false,
  );
  await page.mouse.move(x + 170, y, { steps: 10 });
  await expect(playhead).toHaveAttribute("aria-valuetext", / [1-3] February 2023/);
  const after = await seoul.screenshot();
  expect(after.equals(before), "the marker shows while the hand moves that all has happened").toBe(false);
  await page.mouse.move(x, y, { steps: 10 });
  await page.mouse.up();
  await expect(playhead).toHaveAttribute("aria-valuetext", /^Sunday 29 January 2023, 1[678]:/);

  await seoul.click();
  await expect(heading).toHaveText("Stoltenberg arrives in Seoul");
  await expect(reader.getByRole("blockquote").locator("mark")).toHaveText([
    "NATO Secretary General Jens Stoltenberg wrapped up a two-day visit to the Republic of Korea on Monday (30 January 2023) with talks with President Yoon Suk Yeol.",
    "SEOUL (Reuters) -NATO Secretary General Jens Stoltenberg arrived in South Korea on Sunday, the first stop on a trip that will include Japan and is aimed at strengthening ties with the U.S. allies in the face of the war in Ukraine and rising competition with China.",
    "Stoltenberg is scheduled to make a two-day trip to Seoul on January 29-30",
  ]);
  const report = reader.getByRole("region", { name: "Passage 2" });
  await expect(report.getByRole("heading")).toHaveText("Reuters");
  await expect(report).toContainText("29 January 2023");
  await expect(report.getByText("occurred", { exact: true })).toBeVisible();
  await expect(
    reader.getByRole("region", { name: "Passage 3" }).getByText("planned", { exact: true }),
  ).toBeVisible();

  // Another highlighted sentence of the same report leads to its own event, and all panes follow.
  await report.getByText("Read in context").click();
  await report.getByRole("link", { name: "In the South Korean capital, Seoul, Stoltenberg met" }).click();
  await expect(heading).toHaveText("Stoltenberg meets Foreign Minister Park Jin");
  await expect(titles.and(page.locator("[aria-current]"))).toHaveText(
    "Stoltenberg meets Foreign Minister Park Jin",
  );
  await expect(page).toHaveURL(/[?&]e=meets-park-jin&p=reuters-park/);
  await expect(reader.locator("mark").first()).toHaveText(/^In the South Korean capital, Seoul/);

  await marker(/^Tokyo, 2 events/).click();
  await expect(heading).toHaveText("Stoltenberg flies to Tokyo");
  await map.getByRole("button", { name: "Stoltenberg meets Prime Minister Kishida, occurred" }).click();
  await expect(heading).toHaveText("Stoltenberg meets Prime Minister Kishida");
  await expect(playhead).toHaveAttribute("aria-valuetext", /^Tuesday 31 January 2023/);
  await expect(reader.locator("mark").first()).toHaveText(
    /^NATO Secretary General Jens Stoltenberg met with Japanese/,
  );
});

test("brings June 2022 into every pane while the brush is dragged, and shows what its sources disagree about", async ({
  page,
}) => {
  const { marker, windowStart, windowEnd, events, titles, heading, reader } = await openDashboard(page, DEMO);
  const minutesOf = async (slider: typeof windowStart, name: string) =>
    Number(await slider.getAttribute(`aria-value${name}`));
  const strip = await windowStart.locator("..").boundingBox();
  if (!strip) throw new Error("The strip is not on the screen.");
  const [start, end] = [await toMiddle(windowStart), await toMiddle(windowEnd)];
  const middle = (start.x + end.x) / 2;
  // To the day: the strip holds all the time from the least to the most that the window can reach.
  const whole = (await minutesOf(windowEnd, "max")) - (await minutesOf(windowStart, "min"));
  const way = (await minutesOf(windowStart, "now")) - Date.UTC(2022, 5, 19) / 60_000;
  const pixels = (way / whole) * strip.width;

  await page.mouse.move(middle, start.y);
  await page.mouse.down();
  await page.mouse.move(middle - pixels, start.y, { steps: 20 });
  await expect(windowStart).toHaveAttribute("aria-valuetext", /June 2022/);
  await expect(marker("Madrid, 1 event")).toBeAttached();
  await expect(marker(/^Seoul/)).toBeHidden();
  await page.mouse.up();
  await expect(titles).toHaveText([
    "Chinese state media warn against attending the summit",
    "Yoon and Kishida attend the NATO summit",
    "U.S. decision to send tanks to Ukraine",
    "North Korea is accused of arming Russia",
  ]);

  await events.getByRole("link", { name: "Yoon and Kishida attend the NATO summit" }).click();
  await expect(heading).toHaveText("Yoon and Kishida attend the NATO summit");
  await expect(marker("Madrid, 1 event")).toBeInViewport();
  const july = reader.getByRole("region", { name: /^Passage/ }).filter({ hasText: "in July last year" });
  await expect(july.getByText("disagrees", { exact: true })).toBeVisible();
  await expect(reader.getByText("disagrees", { exact: true })).toHaveCount(1);
  const sides = reader.getByRole("region", { name: "The sources disagree" });
  await expect(sides).toContainText("“last June” → June 2022");
  await expect(sides).toContainText("“in July last year” → July 2022");
});
