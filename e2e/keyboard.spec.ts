import type { Locator } from "@playwright/test";
import { DEMO, openDashboard } from "./panes";
import { tabTo } from "./tab-to";
import { expect, test } from "./test";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("does the five main tasks by keyboard alone", async ({ page }) => {
  // A hundred presses of Tab take their time on a machine that does much else.
  test.slow();
  const { search, titles, playhead, heading, reader, marker, map, events } = await openDashboard(page, DEMO);

  await test.step("find an event", async () => {
    await page.keyboard.press("/");
    await expect(search).toBeFocused();
    await page.keyboard.type("Kishida");
    await expect(titles).toHaveCount(2);
    await tabTo(events.getByRole("link", { name: "Stoltenberg meets Prime Minister Kishida" }));
  });

  await test.step("scrub to it", async () => {
    await tabTo(playhead);
    await page.keyboard.press("ArrowRight");
    await expect(playhead).toHaveAttribute("aria-valuetext", "Monday 30 January 2023, 17:00");
    await page.keyboard.press("ArrowRight");
    await expect(playhead).toHaveAttribute("aria-valuetext", "Tuesday 31 January 2023, 17:00");
  });

  await test.step("open its passage", async () => {
    await page.keyboard.press("]");
    await page.keyboard.press("[");
    await tabTo(events.getByRole("link", { name: "Stoltenberg meets Prime Minister Kishida" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(heading).toHaveText("Stoltenberg meets Prime Minister Kishida");
    await expect(reader.locator("mark").first()).toBeVisible();
    await tabTo(reader.getByText("Read in context").first());
    await page.keyboard.press("Enter");
    await expect(
      reader.getByRole("link", { name: "Earlier on Tuesday, the Secretary General" }).last(),
    ).toBeVisible();
  });

  await test.step("follow it to the map", async () => {
    const tokyo = marker(/^Tokyo, 2 events/);
    await tabTo(tokyo, "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(tokyo).toHaveAttribute("aria-expanded", "true");
    const flight = map.getByRole("button", { name: "Stoltenberg flies to Tokyo, occurred" });
    await tabTo(flight);
    await page.keyboard.press("Enter");
    await expect(heading).toHaveText("Stoltenberg flies to Tokyo");
    await page.keyboard.press("Escape");
    await expect(flight).toHaveCount(0);
    await expect(tokyo).toBeFocused();
  });

  await test.step("copy a link", async () => {
    await tabTo(reader.getByRole("button", { name: "Copy link" }));
    await page.keyboard.press("Enter");
    await expect(reader.getByRole("button", { name: "Copied" })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    await page.goto(copied);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stoltenberg flies to Tokyo");
  });
});

test("steps, plays, searches and shows its keys by single keys, which can be switched off", async ({
  page,
}) => {
  const { heading, timeline, search } = await openDashboard(page, DEMO);

  await page.keyboard.press("]");
  await expect(heading).toHaveText("Stoltenberg meets President Yoon");
  await page.keyboard.press("[");
  await expect(heading).toHaveText("Stoltenberg to meet Defence Minister Lee Jong-sup");
  await page.keyboard.press("Escape");
  await expect(heading).toHaveText("Stoltenberg in Seoul and Tokyo");

  await page.keyboard.press("Space");
  await expect(timeline.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(timeline.getByRole("button", { name: "Play" })).toBeVisible();

  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toContainText("Previous and next event");
  await page.keyboard.press("]");
  await expect(heading).toHaveText("Stoltenberg in Seoul and Tokyo");
  await keys.getByRole("checkbox", { name: "Single keys act" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await page.keyboard.press("]");
  await page.keyboard.press("/");
  await expect(search).not.toBeFocused();
  await expect(heading).toHaveText("Stoltenberg in Seoul and Tokyo");
});

test("moves playhead and window ends as sliders that say their value in words", async ({ page }) => {
  const { playhead, windowStart, windowEnd } = await openDashboard(page, DEMO);
  const expectWords = (slider: Locator, words: string | RegExp) =>
    expect(slider).toHaveAttribute("aria-valuetext", words);

  for (const [key, words] of [
    ["ArrowLeft", "Saturday 28 January 2023, 17:00"],
    ["ArrowUp", "Sunday 29 January 2023, 17:00"],
    ["PageDown", "Thursday 19 January 2023, 17:00"],
    ["PageUp", "Sunday 29 January 2023, 17:00"],
    ["Home", "Sunday 15 January 2023, 00:00"],
    ["End", "Friday 3 February 2023, 23:59"],
  ] as const) {
    await playhead.press(key);
    await expectWords(playhead, words);
  }

  await windowStart.press("ArrowRight");
  await expectWords(windowStart, "16 January 2023, 12 events in the window");
  await windowStart.press("PageUp");
  await expectWords(windowStart, /^26 January 2023, 11 events/);
  await windowEnd.press("ArrowLeft");
  await expectWords(windowEnd, /^2 February 2023, /);
  await windowEnd.press("PageDown");
  // The shortest window keeps the ends from crossing.
  await expectWords(windowEnd, "26 January 2023, 02:00, 1 event in the window");
  await windowStart.press("Home");
  await expectWords(windowStart, /June 2022/);
  await windowEnd.press("End");
  await expectWords(windowEnd, /February 2023.*15 events in the window$/);
});

test("keeps the sliders' values between their limits where a link leaves the dossier's own time", async ({
  page,
}) => {
  const { playhead, windowStart, windowEnd, events } = await openDashboard(
    page,
    `${DEMO}?from=2020-01-01&to=2020-02-01`,
  );

  await expect(windowStart).toHaveAttribute("aria-valuetext", /^1 January 2020, /);
  for (const slider of [playhead, windowStart, windowEnd]) {
    const [least, now, most] = await Promise.all(
      ["aria-valuemin", "aria-valuenow", "aria-valuemax"].map((name) => slider.getAttribute(name)),
    );
    expect(Number(least)).toBeLessThanOrEqual(Number(now));
    expect(Number(now)).toBeLessThanOrEqual(Number(most));
  }
  await windowEnd.press("End");
  await expect(events.getByRole("link", { name: "Yoon and Kishida attend the NATO summit" })).toBeVisible();
});

test("leaves the keys in the reader when what is read there goes", async ({ page }) => {
  const { reader, heading } = await openDashboard(page, `${DEMO}?e=arrives-in-seoul`);
  await reader.getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("Enter");
  await expect(heading).toHaveText("Stoltenberg in Seoul and Tokyo");
  await expect(page.locator("#reader")).toBeFocused();
});
