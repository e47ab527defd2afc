import { DEMO, openDashboard } from "./panes";
import { expect, test } from "./test";

test("plays, pauses, and stops by itself at the window's end", async ({ page }) => {
  const { timeline, playhead, marker } = await openDashboard(page, DEMO);
  const toMinutes = async () => Number(await playhead.getAttribute("aria-valuenow"));
  const speed = timeline.getByRole("combobox", { name: "Speed" });
  const [play, pause] = ["Play", "Pause"].map((name) => timeline.getByRole("button", { name, exact: true }));
  if (!play || !pause) throw new Error("unreachable");
  await playhead.press("Home");
  const seoul = marker("Seoul, 5 events");
  const before = await seoul.screenshot();

  await play.click();
  const start = await toMinutes();
  await expect.poll(toMinutes).toBeGreaterThan(start);
  await pause.click();
  await expect(play).toBeVisible();
  // A frame that was asked for before may still come; from one to the next but one it stands.
  const standsStill = async () => {
    const before = await toMinutes();
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    return (await toMinutes()) === before;
  };
  await expect.poll(standsStill).toBe(true);
  const paused = await toMinutes();
  await speed.selectOption({ label: "1 mo/s" });

  await play.click();
  await expect(play).toBeVisible();
  await expect(playhead).toHaveAttribute("aria-valuetext", "Friday 3 February 2023, 23:59");
  expect((await seoul.screenshot()).equals(before), "the map has followed").toBe(false);

  // From the end it begins anew.
  await play.click();
  await expect.poll(toMinutes).toBeLessThan(paused + 20 * 24 * 60);
  await expect(play).toBeVisible();
});

test("plays on in a loop, and leaps over quiet stretches when asked", async ({ page }) => {
  const { timeline, playhead } = await openDashboard(page, DEMO);
  const words = async () => (await playhead.getAttribute("aria-valuetext")) ?? "";
  const speed = timeline.getByRole("combobox", { name: "Speed" });

  await timeline.getByRole("button", { name: "Loop" }).click();
  await speed.selectOption({ label: "1 wk/s" });
  await timeline.getByRole("button", { name: "Play", exact: true }).click();
  // Between two looks the playhead has gone back: it has come to the end and begun anew.
  let last = 0;
  const hasGoneBack = async () => {
    const before = last;
    last = Number(await playhead.getAttribute("aria-valuenow"));
    return last < before;
  };
  await expect.poll(hasGoneBack, { timeout: 20_000 }).toBe(true);
  await timeline.getByRole("button", { name: "Pause" }).click();

  // At an hour a second nine quiet days would take minutes.
  await playhead.press("Home");
  for (let day = 15; day < 20; day++) await playhead.press("ArrowRight");
  await expect(playhead).toHaveAttribute("aria-valuetext", "Friday 20 January 2023, 00:00");
  await speed.selectOption({ label: "1 h/s" });
  await timeline.getByRole("button", { name: "Skip quiet" }).click();
  await timeline.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(words).toMatch(/ (27 January 2023, 23|28 January 2023, 00)/);
});

test("steps from event to event, beyond the window too", async ({ page }) => {
  const { timeline, heading, windowStart, events } = await openDashboard(page, DEMO);

  await events.getByRole("link", { name: "Stoltenberg’s television interview at the WEF" }).click();
  await timeline.getByRole("button", { name: "Previous event" }).click();
  await expect(heading).toHaveText("South Korea opens its first mission to NATO");
  await expect(windowStart).toHaveAttribute("aria-valuetext", /November 2022/);
  await timeline.getByRole("button", { name: "Next event" }).click();
  await expect(heading).toHaveText("Stoltenberg’s television interview at the WEF");
  await expect(windowStart).toHaveAttribute("aria-valuetext", /January 2023/);
});
