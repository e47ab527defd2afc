import { quote, REPORT } from "@/test/newsroom/report";
import { openDashboard } from "./panes";
import { expect, test } from "./test";

// The browser itself speaks of answers that are no success.
test.use({ expectedNoise: [/the server responded with a status of 410/] });

const EVENT = {
  ...{ title: "Ministers meet", category: "diplomacy", when: "2024-03-03" },
  place: { name: "Lisbon", lon: -9.1393, lat: 38.7223, precision: "city" },
  citations: [quote("The ministers met on Sunday.", { timeWords: "Sunday", when: "2024-03-03" })],
};

test("what one saves, others see within a second, and their view stays", async ({ page, request }, {
  testId,
}) => {
  const slug = `live-${testId.toLowerCase().replace(/[^a-z0-9]/g, "")}`;
  const api = `/api/v1/dossiers/${slug}`;
  await request.post("/api/v1/dossiers", { data: { title: "Live", zone: "Europe/Lisbon", slug } });
  const source = { title: "Report", publisher: "Test Press", language: "en", publishedOn: "2024-03-04" };
  await request.post(`${api}/sources`, { data: { ...source, coverage: "full", text: REPORT } });
  const first = await (await request.post(`${api}/events`, { data: EVENT })).json();

  const connected = page.waitForRequest((asked) => asked.url().includes("/live"));
  const { titles } = await openDashboard(page, `/d/${slug}?e=${first.slug}`);
  await connected;
  await expect(titles).toHaveText(["Ministers meet"]);

  const talks = { ...EVENT, title: "Talks", when: null, citations: [quote("Talks went on")] };
  await request.post(`${api}/events`, { data: talks });
  await expect(titles).toHaveText(["Ministers meet", "Talks"], { timeout: 1500 });
  const renamed = await request.patch(`${api}/events/${first.slug}`, {
    data: { title: "Ministers met" },
    headers: { "if-match": '"1"' },
  });
  expect(renamed.status()).toBe(200);
  await expect(titles).toHaveText(["Ministers met", "Talks"], { timeout: 1500 });
  // What was selected still is, and says what it says by now.
  await expect(page.getByRole("heading", { level: 2, name: "Ministers met" })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("e")).toBe(first.slug);

  await request.delete(`${api}/events/${first.slug}`, {
    data: { reason: "It was <another> meeting" },
    headers: { "if-match": '"2"' },
  });
  await expect(titles).toHaveText(["Talks"], { timeout: 1500 });

  const gone = await page.goto(`/d/${slug}/e/${first.slug}`);
  expect(gone?.status()).toBe(410);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This event was deleted");
  await expect(page.getByText("The reason: It was <another> meeting")).toBeVisible();
  await expect(page.getByText("Ministers met")).toHaveCount(0);
});
