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
      await putSetupToken(program, "the-link-of-this-start");
      await use(program);
      await program.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ program }, use) => use(program.address),
});

// The browser tells of answers that refuse, which are what is asked for here.
test.use({ expectedNoise: [/status of (401|403|404|422)|preloaded using link preload but not used/] });
test.describe.configure({ mode: "serial", timeout: 120_000 });

async function signIn(page: Page, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill("ana@desk.example");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("an owner is made by the link, once", async ({ page }) => {
  await page.goto(`/`);
  // Nothing is said of accounts while there are none.
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveCount(0);
  await page.goto(`/setup`);
  await expect(page.getByText("The link is not whole.")).toBeVisible();
  await page.goto("about:blank");
  await page.goto(`/setup#the-link-of-this-start`);
  await expectNoViolation(page);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText("A name is needed.")).toBeVisible();
  await page.getByLabel("Name").fill("Ana Lopes");
  await page.getByLabel("E-mail").fill("ana@desk.example");
  await page.getByLabel("Password").fill("password1");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText("among the first that anybody would try")).toBeVisible();
  await expectNoViolation(page);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("heading", { name: "Dossiers" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Ana Lopes" })).toBeVisible();
  await page.goto(`/setup#the-link-of-this-start`);
  await expect(page.getByText("the link is spent")).toBeVisible();
});

test("whoever is not signed in is led to sign in, and then on", async ({ page }) => {
  await page.goto(`/new`);
  await expect(page).toHaveURL("/sign-in?to=%2Fnew");
  await expectNoViolation(page);
  await signIn(page, "not the password");
  await expect(page.getByText("The e-mail address or the password is wrong.")).toBeVisible();
  await expect(page.getByLabel("Password")).toHaveValue("");
  await expectNoViolation(page);
  await signIn(page);
  await expect(page.getByRole("heading", { name: "New dossier" })).toBeVisible();
  await page.getByLabel("Title").fill("A quiet matter");
  await page.getByRole("button", { name: "Make the dossier" }).click();
  await expect(page.getByRole("heading", { name: "Add a source" })).toBeVisible();
  // An address that only looks like ours leads home.
  await page.goto(`/sign-in?to=//evil.example/`);
  await expect(page).toHaveURL("/");
});

test("a form that is filled in before its script has come waits for it, and keeps what was typed", async ({
  page,
}) => {
  let release: (value: unknown) => void = () => {};
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route(/\.js(\?|$)/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("/sign-in?to=%2Fnew", { waitUntil: "commit" });
  const send = page.getByRole("button", { name: "Sign in" });
  await expect(send).toBeDisabled();
  await page.getByLabel("E-mail").fill("ana@desk.example");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("Password").press("Enter");
  await expect(page).toHaveURL("/sign-in?to=%2Fnew");
  release(null);
  await send.click();
  await expect(page.getByRole("heading", { name: "New dossier" })).toBeVisible();
});

test("a private dossier is not there for others, and signing out everywhere ends every session", async ({
  page,
  browser,
  baseURL,
}) => {
  const others = await openOther(browser, baseURL);
  const elsewhere = await openOther(browser, baseURL);
  await page.goto(`/sign-in?to=/d/a-quiet-matter`);
  await signIn(page);
  await elsewhere.goto(`/sign-in`);
  await signIn(elsewhere);
  await expect(elsewhere.getByRole("button", { name: "Ana Lopes" })).toBeVisible();

  await others.goto(`/d/a-quiet-matter`);
  await expect(others.getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect(others.getByRole("link", { name: "Add a source" })).toHaveCount(0);
  await expectNoViolation(others);

  await expect(page.getByRole("banner").getByRole("link", { name: "Add a source" })).toBeVisible();
  await page.getByRole("button", { name: "Ana Lopes" }).click();
  await expectNoViolation(page);
  await page.getByRole("link", { name: "Settings of this dossier" }).click();
  await expectNoViolation(page);
  await page.getByLabel("Private").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved: the dossier is private.");

  await others.reload();
  await expect(others.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await others.goto(`/`);
  await expect(others.getByText("A quiet matter")).toHaveCount(0);
  await elsewhere.reload();
  await expect(elsewhere.getByText("A quiet matter")).toBeVisible();
  await expect(elsewhere.getByText("Private")).toBeVisible();
  await expectNoViolation(elsewhere);

  await page.goto(`/d/a-quiet-matter`);
  await page.getByRole("button", { name: "Ana Lopes" }).click();
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  for (const one of [page, elsewhere]) {
    await one.goto(`/d/a-quiet-matter`);
    await expect(one.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  }
  await others.context().close();
  await elsewhere.context().close();
});

test("the password is changed by keyboard alone", async ({ page }) => {
  await page.goto(`/account`);
  await signIn(page);
  await expect(page.getByRole("heading", { name: "Ana Lopes" })).toBeVisible();
  await expectNoViolation(page);
  await page.getByLabel("Present password").focus();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Tab");
  await page.keyboard.type("quite another sentence");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("The password is changed");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Ana Lopes" })).toBeVisible();
});

async function openOther(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  return context.newPage();
}
