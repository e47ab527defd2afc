import AxeBuilder from "@axe-core/playwright";
import { ARTICLE, dragOver, makeEvent, makeSource, openSource, WITHIN_A_SAVE } from "./newsroom";
import { expect, test } from "./test";

test.describe.configure({ timeout: 90_000 });

const DENIED = "A spokesman in Rabat denied on Saturday that the sum had been settled.";
const CORRECTED = "A spokesman in Rabat refused on Saturday to say whether the sum had been settled.";

test("gives a source a new text, says what breaks, and anchors it anew by hand", async ({ page }) => {
  const { dossier, source } = await makeSource(page, "Corrected report");
  await openSource(page, dossier, source);
  await makeEvent(page, /^Select: LISBON, March 5/, "Solheim arrives in Portugal");
  await makeEvent(page, /^Select: A spokesman in Rabat/, "Rabat denies a settlement");

  await page.getByRole("link", { name: "New version…" }).click();
  await page.getByLabel("Paste the article").fill(ARTICLE.replace(DENIED, CORRECTED));
  await page.getByRole("button", { name: "Read it" }).click();
  const preview = page.getByRole("region", { name: "What becomes of the passages" });
  await expect(preview).toContainText("1 passage not found once");
  await expect(preview).toContainText("1 passage found, word for word");
  await expect(preview.getByRole("link", { name: "Rabat denies a settlement" })).toBeVisible();
  await page.getByLabel("Reason").fill("Corrected by the agency");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Save this text" }).click();

  const broken = page.getByRole("region", { name: "Not in the current text" });
  await expect(broken.locator("q")).toHaveText([DENIED], WITHIN_A_SAVE);
  await expect(page.getByTestId("source-text")).toContainText(CORRECTED);
  await expect(page.getByTestId("source-text").getByRole("link")).toHaveCount(1);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  // Whoever reads of the event is told, and led to the text that it quotes.
  await page.goto(`/d/${dossier}/e/rabat-denies-a-settlement`);
  await expect(page.getByText("Not in the current text of the source")).toBeVisible();
  await page.getByRole("link", { name: "Read the text that it quotes" }).click();
  await expect(page.getByRole("note")).toContainText("an earlier text");
  await expect(page.getByRole("main")).toContainText(DENIED);
  await page.getByRole("link", { name: "Read the present one" }).click();

  // The suggestion is shown; what is anchored is what somebody selects.
  await page.getByRole("button", { name: "Anchor to other words…" }).click();
  await expect(broken.getByRole("button", { name: CORRECTED })).toBeVisible();
  await dragOver(page, page.getByTestId("source-text"), "refused on Saturday to say whether");
  await page.getByRole("button", { name: "Anchor to these words" }).click();
  const refused = page.getByRole("status").filter({ hasText: "does not say “Saturday”" });
  const saved = page.getByRole("status").filter({ hasText: "Anchored to other words." });
  await expect(saved.or(refused)).toBeVisible(WITHIN_A_SAVE);
  await expect(refused).toHaveCount(0);
  await expect(broken).toHaveCount(0);
  await page.goto(`/d/${dossier}/e/rabat-denies-a-settlement`);
  await expect(page.locator("mark")).toHaveText("refused on Saturday to say whether");

  await page.goto(`/d/${dossier}/changes`);
  const changes = page.getByRole("main");
  await expect(changes.locator("del")).toContainText([DENIED]);
  await expect(changes).toContainText("Corrected by the agency");
});

test("keeps a passage to the earlier text, and takes that back", async ({ page }) => {
  const { dossier, source } = await makeSource(page, "Kept report");
  await openSource(page, dossier, source);
  await makeEvent(page, /^Select: A spokesman in Rabat/, "Rabat denies a settlement");
  const path = `/api/v1/dossiers/${dossier}/sources/${source}/texts`;
  const response = await page.request.post(path, { data: { text: ARTICLE.replace(DENIED, "") } });
  expect(response.ok()).toBe(true);
  await openSource(page, dossier, source);
  const broken = page.getByRole("region", { name: "Not in the current text" });
  await broken.getByRole("button", { name: "Keep to the earlier text" }).click();
  await expect(broken).toContainText("Cited from the earlier text on purpose", WITHIN_A_SAVE);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(broken.getByRole("button", { name: "Keep to the earlier text" })).toBeVisible(WITHIN_A_SAVE);
});

test("shows readers no more of a source than it publishes", async ({ page, browser }) => {
  const { dossier, source } = await makeSource(page, "Partly published");
  await openSource(page, dossier, source);
  await makeEvent(page, /^Select: LISBON, March 5/, "Solheim arrives in Portugal");
  await page.getByLabel("Readers see only the sentences that are cited").check();
  await expect(page.getByRole("status").filter({ hasText: "Readers see only" })).toBeVisible(WITHIN_A_SAVE);
  await expect(page.getByTestId("source-text")).toContainText("Duarte Falcão");

  const reader = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": "203.0.113.9" } });
  const pages = ["", `/s/${source}`, `/s/${source}?text=1`, "/e/solheim-arrives-in-portugal", "/changes"];
  for (const path of pages) {
    const response = await reader.request.get(`/d/${dossier}${path}`);
    const body = await response.text();
    expect(body, path).not.toContain("Falcão");
    expect(body, path).not.toContain("trawlers");
  }
  const read = await reader.newPage();
  await read.goto(`/d/${dossier}/s/${source}`);
  await expect(read.getByRole("main")).toContainText("[…]");
  await expect(read.getByRole("link", { name: /LISBON, March 5/ })).toBeVisible();
  await reader.close();
});
