import { type OwnProgram, startOwnProgram } from "./own-program";
import { openDashboard } from "./panes";
import { test as base, expect } from "./test";

const test = base.extend<Record<never, never>, { program: OwnProgram }>({
  program: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed from a pattern
    async ({}, use) => {
      const program = await startOwnProgram();
      await use(program);
      await program.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ program }, use) => use(program.address),
});

// The browser itself speaks of answers that are no success.
test.use({ expectedNoise: [/the server responded with a status of 503/] });

test("says so while the database is away, and goes on by itself when it is back", async ({
  page,
  request,
  program,
}) => {
  const { search, titles, heading, events } = await openDashboard(page, "/d/single");
  await program.database.sever();

  const problem = await request.get("/api/v1/dossiers");
  expect(problem.status()).toBe(503);
  expect(problem.headers()).toMatchObject({
    "content-type": "application/problem+json",
    "retry-after": expect.stringMatching(/^\d+$/),
  });
  const readiness = await request.get("/readyz");
  expect(readiness.status()).toBe(503);
  expect(await readiness.json()).toEqual({ status: "waiting", reason: "database-away" });
  expect((await request.get("/livez")).status()).toBe(200);

  // A dashboard that is open goes on with what it has, and says what it cannot ask.
  await events.getByRole("link", { name: "Children march to the palace" }).click();
  await expect(heading).toHaveText("Children march to the palace");
  await search.fill("palace");
  const retry = page.getByRole("button", { name: "Failed. Try again" });
  await expect(retry).toBeVisible({ timeout: 10_000 });
  await program.database.mend();
  await expect(async () => {
    await retry.click({ timeout: 1000 });
    await expect(page.getByRole("status").filter({ hasText: "1 found" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(titles).toHaveCount(1);

  await program.database.sever();
  for (const path of [
    "/",
    "/d/single",
    "/d/single/e/children-march-to-the-palace-1",
    "/d/single/s/chronicle",
  ]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(503);
    expect(answer.headers()["retry-after"], path).toMatch(/^\d+$/);
  }
  await page.goto("/d/single");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The database is away");
  await expect(page.getByRole("link", { name: "Try again now" })).toBeVisible();
  await program.database.mend();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A single event", { timeout: 10_000 });
  expect((await request.get("/readyz")).status()).toBe(200);
});
