import type { Browser, Page } from "@playwright/test";
import {
  expectNoViolation,
  type InhabitedProgram,
  openInhabitedProgram,
  PASSWORD,
  putSetupToken,
} from "./accounts";
import { test as base, expect } from "./test";

const test = base.extend<Record<never, never>, { program: InhabitedProgram }>({
  program: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed from a pattern
    async ({}, use) => {
      const program = await openInhabitedProgram();
      await putSetupToken(program, "the-link");
      await use(program);
      await program.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ program }, use) => use(program.address),
});

// The browser tells of answers that refuse, which are what is asked for here.
test.use({ expectedNoise: [/status of (401|403|404|409|422)|preloaded using link preload but not used/] });
test.describe.configure({ mode: "serial", timeout: 120_000 });

const SLUG = "a-quiet-matter";
let link = "";

async function signIn(page: Page, to: string): Promise<void> {
  await page.goto(`/sign-in?to=${to}`);
  await page.getByLabel("E-mail").fill("ana@desk.example");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(to);
}

async function openOther(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  return context.newPage();
}

test("an owner makes a link into a private dossier", async ({ page }) => {
  await page.goto("/setup#the-link");
  await page.getByLabel("Name").fill("Ana Lopes");
  await page.getByLabel("E-mail").fill("ana@desk.example");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/new");
  await page.getByLabel("Title").fill("A quiet matter");
  await page.getByRole("button", { name: "Make the dossier" }).click();
  await expect(page.getByRole("heading", { name: "Add a source" })).toBeVisible();
  await page.goto(`/d/${SLUG}/settings`);
  await page.getByLabel("Private").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("private");
  await page.getByLabel("Role", { exact: true }).selectOption("contributor");
  await page.getByRole("button", { name: "Make a link" }).click();
  const shown = page.getByRole("status").filter({ hasText: "shown only now" });
  link = (await shown.locator("code").textContent()) ?? "";
  expect(link).toMatch(/\/join#[\w-]{43}$/);
  await expect(page.getByRole("list", { name: "Links that were not used yet" })).toContainText("Contributor");
  await expectNoViolation(page);
  await page.reload();
  await expect(page.getByText(link)).toHaveCount(0);
});

test("whoever opens it makes an account, and is a member then", async ({ browser, baseURL, page }) => {
  const other = await openOther(browser, baseURL);
  await other.goto(link);
  await expect(other.getByText("You are invited into A quiet matter as a contributor.")).toBeVisible();
  await expectNoViolation(other);
  await other.getByRole("button", { name: "I have an account already" }).click();
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await other.getByRole("button", { name: "I have no account yet" }).click();
  await other.getByLabel("Name").fill("Ben Sá");
  await other.getByLabel("E-mail").fill("ana@desk.example");
  await other.getByLabel("Password").fill("wet paint on the bench");
  await other.getByRole("button", { name: "Make the account and join" }).click();
  await expect(other.getByText("There is an account of this address")).toBeVisible();
  await other.getByLabel("E-mail").fill("ben@desk.example");
  await other.getByRole("button", { name: "Make the account and join" }).click();
  await expect(other).toHaveURL(`/d/${SLUG}`);
  await other.goto("about:blank");
  await other.goto(link);
  await expect(other.getByText("This link was used")).toBeVisible();

  await signIn(page, `/d/${SLUG}/settings`);
  await page.getByLabel("Role of Ben Sá").selectOption("editor");
  await expect(page.getByText("Ana Lopes made Ben Sá editor, who was contributor")).toBeVisible();
  await other.goto(`/d/${SLUG}/add`);
  await expect(other.getByRole("heading", { name: "Add a source" })).toBeVisible();
  // Of an owner one has to stay.
  await page.getByLabel("Role of Ana Lopes").selectOption("reader");
  await expect(page.getByText("This is the last owner")).toBeVisible();
  await expect(page.getByLabel("Role of Ana Lopes")).toHaveValue("owner");
  await page.getByRole("button", { name: "Remove: Ben Sá" }).click();
  await page.getByRole("button", { name: "Really remove: Ben Sá" }).click();
  await expect(page.getByLabel("Role of Ben Sá")).toHaveCount(0);
  await expectNoViolation(page);
  await other.goto(`/d/${SLUG}`);
  await expect(other.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await other.context().close();
});

test("an account makes a key, ends its other sessions and reads the record", async ({
  browser,
  baseURL,
  page,
  request,
}) => {
  const other = await openOther(browser, baseURL);
  await signIn(other, "/account");
  await signIn(page, "/account");
  await page.getByLabel("Name of a new key").fill("Nightly export");
  await page.getByLabel("In", { exact: true }).selectOption(SLUG);
  await page.getByRole("button", { name: "Make a key" }).click();
  const shown = page.getByRole("status").filter({ hasText: "shown only now" });
  const key = (await shown.locator("code").textContent()) ?? "";
  const read = () => request.get(`/api/v1/dossiers/${SLUG}`, { headers: { authorization: `Bearer ${key}` } });
  expect((await read()).status()).toBe(200);
  await expectNoViolation(page);
  await page.getByRole("button", { name: "Revoke: Nightly export" }).click();
  await page.getByRole("button", { name: "Really revoke: Nightly export" }).click();
  await expect(page.getByRole("list", { name: "Keys" })).toHaveCount(0);
  expect((await read()).status()).toBe(401);

  const sessions = page.getByRole("list", { name: "Sessions" });
  await expect(sessions.getByText("This one")).toHaveCount(1);
  await page.getByRole("button", { name: "End all others" }).click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await other.reload();
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await other.context().close();

  await page.getByRole("link", { name: "Read the record" }).click();
  await expect(page.getByText("Ana Lopes revoked the key “Nightly export”")).toBeVisible();
  await expect(page.getByText("Ben Sá made their account")).toBeVisible();
  await expectNoViolation(page);
});
