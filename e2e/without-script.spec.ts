import { DEMO } from "./panes";
import { expect, test } from "./test";

test.use({ javaScriptEnabled: false });

test("reads from the index to an event and its source without JavaScript", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dossiers");
  await expect(page.getByRole("listitem").filter({ hasText: "Stoltenberg in Seoul" })).toContainText(
    "16 events · 7 sources · 6 places",
  );
  await page.getByRole("link", { name: "Stoltenberg in Seoul and Tokyo" }).click();

  // Map and timeline need scripts; the list and the sources do not.
  await expect(page).toHaveURL(DEMO);
  const hint = page.locator("noscript > *");
  await expect(hint).toBeVisible();
  await expect(hint).toHaveText(/^Map and timeline need JavaScript\./, { useInnerText: true });
  const sources = page.getByRole("region", { name: "Reader" }).locator('a[href*="/s/"]');
  await expect(sources).toHaveCount(7);
  const events = page.getByRole("region", { name: "Events" });
  await events.getByRole("link", { name: "Stoltenberg meets President Yoon" }).click();

  await expect(page).toHaveURL(`${DEMO}/e/meets-yoon`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stoltenberg meets President Yoon");
  await expect(page.getByRole("article")).toContainText("Occurred");
  await expect(page.getByRole("article")).toContainText("Monday 30 January 2023");
  const report = page.getByRole("region", { name: "Passage 2" });
  await expect(report.locator("blockquote mark")).toHaveText("was expected to meet President Yoon Suk-yeol");
  await expect(report).toContainText("planned");
  await report.getByText("Read in context").click();
  await report
    .getByRole("link", { name: "NATO's Stoltenberg in South Korea to deepen ties in Asia" })
    .click();

  await expect(page).toHaveURL(`${DEMO}/s/reuters`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "NATO's Stoltenberg in South Korea to deepen ties in Asia",
  );
  await expect(page.getByRole("main")).toContainText("Sunday 29 January 2023");
  await expect(page.getByRole("main")).toContainText("[…]");
  await page.getByRole("link", { name: /^Yoon and Kishida became the first leaders/ }).click();
  await expect(page).toHaveURL(`${DEMO}/e/nato-summit-madrid`);
  await expect(page.getByText("disagrees", { exact: true })).toBeVisible();
});
