import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./test";

const toCsv = (...lines: string[]) => Buffer.from(`${lines.join("\n")}\n`);
const GOOD = toCsv(
  "Name,When,Town,Lat,Lng,Notes",
  "A march,2021-03-04,Bern,46.95,7.45,Thousands marched through Bern on 4 March.",
  "A vote,2021-05,,,,The vote was held in May.",
);
const BAD = toCsv("key,title,date", "1,One,2020", "2,Two,soon", "3,,2020");

async function bring(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel("File to import").setInputFiles({ name, mimeType: "text/csv", buffer });
}

test("goes from a table to a dossier, by way of the index page", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Import events" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import events");

  await bring(page, "Marches of 2021.csv", GOOD);
  const rows = page.getByRole("list", { name: "The first rows" }).getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("A march");
  await expect(rows.first()).toContainText("4 March 2021 · Bern");
  await expect(rows.first().locator("blockquote")).toContainText("Thousands marched through Bern");
  await expect(rows.last()).toContainText("May 2021 · no place");

  // Another column can be chosen, and what the rows become changes with it.
  await page.getByRole("combobox", { name: "Title", exact: true }).selectOption("Town");
  await expect(rows.first().getByRole("heading")).toHaveText("Bern");
  await page.getByRole("combobox", { name: "Title", exact: true }).selectOption("Name");
  await expect(rows.first().getByRole("heading")).toHaveText("A march");

  await expect(page.getByLabel("Its title")).toHaveValue("Marches of 2021");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Imported" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("2 new");
  await page.getByRole("link", { name: "Open Marches of 2021" }).click();
  await expect(page).toHaveURL("/d/marches-of-2021");
  await expect(page.getByText("A march").first()).toBeVisible();
});

test("names the rows that are bad, and can leave them out", async ({ page }) => {
  await page.goto("/import");
  await bring(page, "half-bad.csv", BAD);
  await expect(page.getByRole("list", { name: "The first rows" })).toContainText("Line 3, date “soon”");

  await page.getByRole("button", { name: "Import", exact: true }).click();
  const result = page.getByRole("status");
  await expect(result.getByRole("heading")).toHaveText("Nothing was imported");
  await expect(result).toContainText("2 of 3 rows are bad.");
  await expect(result).toContainText("Line 4, title");
  expect((await page.request.get("/d/half-bad")).status()).toBe(404);

  await page.getByLabel("Leave bad rows out").check();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(result.getByRole("heading")).toHaveText("Imported");
  await expect(result).toContainText("1 new");
  await expect(result).toContainText("2 left out");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    result.getByRole("link", { name: "The rows that were left out" }).click(),
  ]);
  const rejects = await readFile(await download.path(), "utf8");
  expect(rejects.split("\r\n")).toEqual([
    '"line","column","value","reason","row"',
    expect.stringMatching(/^"3","date","soon",".+","2,Two,soon"$/),
    expect.stringMatching(/^"4","title","",".+","3,,2020"$/),
    "",
  ]);
});

test.describe("a file that is no table", () => {
  test.use({ expectedNoise: [/the server responded with a status of 422/] });

  test("is refused with the reason", async ({ page }) => {
    await page.goto("/import");
    await bring(page, "latin.csv", Buffer.from("key,title\n1,\xc9lan\n", "latin1"));
    await expect(page.getByRole("alert").filter({ hasText: "UTF-8" })).toContainText("at byte 12, on line 2");
    await bring(page, "sheet.xlsx", Buffer.from("504b030414000600", "hex"));
    await expect(page.getByRole("alert").filter({ hasText: "workbook" })).toBeVisible();
    // The page goes on working.
    await bring(page, "good.csv", GOOD);
    await expect(page.getByRole("list", { name: "The first rows" })).toBeVisible();
  });
});

test("changes nothing for another site, another host, or a form", async ({ request, baseURL }) => {
  const json = { "content-type": "application/octet-stream" };
  const refused = async (headers: Record<string, string>) =>
    (await request.post("/api/v1/imports?name=x", { headers, data: "a" })).status();
  expect(await refused({ ...json, origin: "http://evil.example" })).toBe(403);
  expect(await refused({ ...json, "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await refused({ ...json, host: "dateline.example" })).toBe(403);
  expect(await refused({ ...json, "x-forwarded-for": "203.0.113.9" })).toBe(403);
  expect(await refused({ "content-type": "text/plain", origin: baseURL ?? "" })).toBe(415);
  const nothing = await request.post("/api/v1/imports/00000000-0000-4000-8000-000000000000/run", {
    data: { nonsense: true },
  });
  expect(nothing.status()).toBe(422);
  expect(nothing.headers()["content-type"]).toBe("application/problem+json");
});

test("says to others why it is closed", async ({ request }) => {
  const answer = await request.get("/import", { headers: { "x-forwarded-for": "203.0.113.9" } });
  expect(await answer.text()).toContain("Writing works only on the machine that Dateline runs on");
});

for (const theme of ["light", "dark"] as const) {
  for (const width of [390, 1440]) {
    test(`is accessible and fits, ${theme}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme });
      await page.goto("/import");
      await bring(page, "marches.csv", GOOD);
      await expect(page.getByRole("list", { name: "The first rows" })).toBeVisible();
      await page.getByText("What rows leave unsaid").click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  }
}
