import { expect, test } from "./test";

// A budget of the wire, so that the dashboard opens on a telephone too.
const MOST_BYTES = 250_000;

test("the dashboard's first view needs at most 250 kB of compressed JavaScript", async ({ page }) => {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script")
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto("/d/stoltenberg-asia-2023", { waitUntil: "networkidle" });
  await expect(
    page.getByRole("region", { name: "Map" }).getByRole("button", { name: /^Seoul, / }),
  ).toBeVisible();
  const bytes = (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
  expect(sizes.length).toBeGreaterThan(0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});
