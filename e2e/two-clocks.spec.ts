import { DEMO, openDashboard } from "./panes";
import { expect, test } from "./test";

test("shows the visit as it was known from one publication to the next", async ({ page }) => {
  const { events, titles, marker, reader, heading, reportedBy } = await openDashboard(page, DEMO);
  const item = (title: string) => events.getByRole("listitem").filter({ hasText: title });
  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect(titles).toHaveCount(16);

  await test.step("on 23 January the visit and the mission are planned, and nothing else is known", async () => {
    await reportedBy.fill("2023-01-23");
    await expect(reader.getByText("As known on 23 January 2023: 2 of 7 sources")).toBeVisible();
    await expect(titles).toHaveText([
      "South Korea opens its first mission to NATO",
      "Stoltenberg arrives in Seoul",
      "Stoltenberg flies to Tokyo",
    ]);
    await expect(events.getByRole("listitem").filter({ hasText: "Planned" })).toHaveCount(3);
    await expect(marker("Seoul, 1 event, planned")).toBeVisible();
    await expect(page).toHaveURL(/[?&]as=2023-01-23/);
  });

  await test.step("on 29 January he has arrived, and Tokyo is planned", async () => {
    await reportedBy.fill("2023-01-29");
    await expect(item("Stoltenberg arrives in Seoul")).not.toContainText("Planned");
    for (const title of [
      "Stoltenberg meets President Yoon",
      "Stoltenberg flies to Tokyo",
      "Stoltenberg meets Prime Minister Kishida",
    ]) {
      await expect(item(title)).toContainText("Planned");
    }
    await expect(marker("Tokyo, 2 events, planned")).toBeVisible();
    await events.getByRole("link", { name: "Stoltenberg meets President Yoon" }).click();
    await expect(heading).toHaveText("Stoltenberg meets President Yoon");
    await expect(reader.getByRole("article").getByText("Planned", { exact: true })).toBeVisible();
    await expect(reader.getByRole("blockquote")).toHaveCount(1);
  });

  await test.step("a day later the same event has occurred, and its second passage is there", async () => {
    await reader.getByRole("button", { name: "Later publication" }).click();
    await expect(reportedBy).toHaveValue("2023-01-30");
    await expect(reader.getByRole("article").getByText("Occurred", { exact: true })).toBeVisible();
    await expect(reader.getByRole("blockquote")).toHaveCount(2);
  });

  await test.step("on 31 January all has happened but the meeting that no source confirms", async () => {
    await reader.getByRole("slider", { name: "Publication days" }).press("ArrowRight");
    await expect(reportedBy).toHaveValue("2023-01-31");
    await expect(titles).toHaveCount(16);
    await expect(events.getByRole("listitem").filter({ hasText: "Planned" })).toHaveText(
      /Stoltenberg to meet Defence Minister Lee Jong-sup/,
    );
  });

  await test.step("an event of which nobody had spoken yet says so, and leads back to today", async () => {
    await reportedBy.fill("2023-01-23");
    await expect(reader.getByText("No source had spoken of this by 23 January 2023.")).toBeVisible();
    await reader.getByRole("button", { name: "Show it as known today" }).click();
    await expect(reportedBy).toHaveValue("");
    await expect(reader.getByRole("blockquote")).toHaveCount(2);
  });
});

test("shows claim and denial of the same thing as disputed, side by side", async ({ page }) => {
  const { reader } = await openDashboard(page, `${DEMO}?e=arming-russia`);

  await expect(reader.getByRole("article").getByText("Disputed", { exact: true })).toBeVisible();
  const sides = reader.getByRole("region", { name: "The sources disagree" });
  await expect(sides).toContainText("claimed");
  await expect(sides).toContainText("denied");
  await expect(reader.getByText("disagrees", { exact: true })).toBeVisible();
  await expect(reader.getByRole("blockquote").locator("mark")).toHaveText([
    "U.S. accusations that North Korea is supplying weapons for the war in Ukraine",
    "Both North Korea and Russia have denied U.S. accusations that North Korea is supplying weapons for the war in Ukraine.",
  ]);
});
