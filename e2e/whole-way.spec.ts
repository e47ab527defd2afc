import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import {
  addAccount,
  addMember,
  type InhabitedProgram,
  openInhabitedProgram,
  PASSWORD,
  putSetupToken,
  toEmail,
} from "./accounts";
import { type Hand, MOUSE } from "./hands-of-all-kinds";
import { ARTICLE, toForm, WITHIN_A_SAVE } from "./newsroom";
import { openDashboard, toPanes } from "./panes";
import { test as base, expect } from "./test";

const test = base.extend<{ program: InhabitedProgram }>({
  program: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed from a pattern
    async ({}, use) => {
      const program = await openInhabitedProgram();
      await putSetupToken(program, "the-link-of-this-start");
      await use(program);
      await program.close();
    },
    { timeout: 90_000 },
  ],
  baseURL: async ({ program }, use) => use(program.address),
});

// The browser tells of the answer that somebody else was faster, which is asked for here.
test.use({ expectedNoise: [/status of (401|412)|preloaded using link preload but not used/] });
test.describe.configure({ timeout: 150_000 });
test.use({ actionTimeout: 15_000 });

// What each sentence of the article says, and what the program has to read in it by itself.
const TOLD = [
  {
    sentence: /^Select: LISBON, March 5/,
    title: "Solheim arrives",
    words: "Sunday",
    date: "2023-03-05",
    place: "Portugal",
  },
  {
    sentence: /^Select: In Lisbon, Solheim met/,
    title: "Solheim meets Falcão",
    words: "",
    date: "",
    place: "Lisbon",
  },
  {
    sentence: /^Select: Flying to Rabat/,
    title: "An agreement is due",
    words: "Monday",
    date: "2023-03-06",
    place: "Rabat",
  },
  {
    sentence: /^Select: The two sides/,
    title: "Trawlers to be counted",
    words: "last year",
    date: "2022",
    place: "Oslo",
  },
  {
    sentence: /^Select: A spokesman in Rabat/,
    title: "The sum is denied",
    words: "Saturday",
    date: "2023-03-04",
    place: "Rabat",
  },
] as const;

async function goTheWholeWay(
  page: Page,
  browser: Browser,
  program: InhabitedProgram,
  hand: Hand,
): Promise<void> {
  await test.step("an owner is made by the link", async () => {
    await page.goto("/setup#the-link-of-this-start");
    await hand.write(page.getByLabel("Name"), "Ana Lopes");
    await hand.write(page.getByLabel("E-mail"), "ana@desk.example");
    await hand.write(page.getByLabel("Password"), PASSWORD);
    await expectNoViolation(page);
    await hand.press(page.getByRole("button", { name: "Make the account" }));
  });

  await test.step("an article is pasted", async () => {
    await hand.press(page.getByRole("link", { name: "New dossier" }));
    await hand.write(page.getByLabel("Title"), "Fishing grounds");
    await expect(page.getByLabel("Time zone")).toHaveValue("America/St_Johns");
    await expect(page.getByLabel("Title")).toHaveValue("Fishing grounds");
    await hand.write(page.getByLabel("Time zone"), "Europe/Lisbon");
    await expectNoViolation(page);
    await hand.press(page.getByRole("button", { name: "Make the dossier" }));
    await hand.write(page.getByLabel("Paste the article"), ARTICLE);
    await hand.press(page.getByRole("button", { name: "Read it" }));
    await expect(page.getByLabel("Title")).toHaveValue(/^Norway's foreign minister in Lisbon/, WITHIN_A_SAVE);
    await hand.write(page.getByLabel("Publisher"), "Harbour Wire");
    await hand.write(page.getByLabel("Published on"), "2023-03-05");
    await expectNoViolation(page);
    await hand.press(page.getByRole("button", { name: "Save the source" }));
    await page.getByText("Mark the words that report an event.").waitFor();
    await expectNoViolation(page);
  });

  const other = await openEditor(browser, program, page);
  const theirs = await openDashboard(other, "/d/fishing-grounds");
  await expect(theirs.titles).toHaveCount(0);

  await test.step("five events are made of its sentences, and another sees them appear", async () => {
    for (const [at, { sentence, title, words, date, place }] of TOLD.entries()) {
      await hand.press(page.getByRole("button", { name: sentence }));
      await hand.press(page.getByRole("button", { name: "New event" }));
      const form = toForm(page);
      await expect(form.getByLabel("Words for the date")).toHaveValue(words);
      await expect(form.getByRole("textbox", { name: "Date optional", exact: true })).toHaveValue(date);
      await hand.write(form.getByLabel("Title"), title);
      await hand.press(form.getByRole("button", { name: place, exact: true }));
      await expect(form.getByRole("group", { name: "Place" })).toContainText(place);
      if (at === 0) await expectNoViolation(page);
      await hand.press(form.getByRole("button", { name: "Save" }));
      await expect(page.getByRole("status").filter({ hasText: `Saved: ${title}` })).toBeVisible(
        WITHIN_A_SAVE,
      );
      await expect(theirs.titles).toHaveCount(at + 1);
      await expect(theirs.titles.filter({ hasText: title })).toHaveCount(1);
    }
    await expect(theirs.marker(/^Lisbon, /)).toBeVisible();
    await expectNoViolation(other);
  });

  await test.step("two change one event, and neither is lost", async () => {
    for (const one of [page, other]) {
      await openDashboard(one, "/d/fishing-grounds?e=solheim-meets-falcao");
      await hand.press(one.getByRole("button", { name: "Edit", exact: true }));
      await expect(toForm(one).getByLabel("Title")).toHaveValue("Solheim meets Falcão");
    }
    await hand.write(toForm(other).getByLabel("Title"), "Falcão receives Solheim");
    await hand.choose(toForm(other).getByLabel("Diplomacy"));
    await hand.press(toForm(other).getByRole("button", { name: "Save" }));
    await expect(toPanes(other).heading).toHaveText("Falcão receives Solheim", WITHIN_A_SAVE);
    await hand.write(toForm(page).getByLabel("Title"), "Solheim meets her host");
    await hand.press(toForm(page).getByRole("button", { name: "Save" }));
    const conflict = page.getByRole("region", { name: "Two changes at once" });
    await expect(conflict).toContainText("Falcão receives Solheim");
    await expect(conflict).toContainText("Solheim meets her host");
    await expectNoViolation(page);
    await hand.press(conflict.getByRole("button", { name: "Go on with this" }));
    await hand.press(toForm(page).getByRole("button", { name: "Save" }));
    await expect(toPanes(page).heading).toHaveText("Solheim meets her host", WITHIN_A_SAVE);
    await expect(toPanes(other).heading).toHaveText("Solheim meets her host");
    await expect(toPanes(page).reader.getByRole("article")).toContainText("Diplomacy");
  });

  await test.step("a deletion is undone", async () => {
    await hand.press(page.getByRole("button", { name: "More", exact: true }));
    await hand.press(page.getByRole("button", { name: "Delete" }));
    await hand.write(toForm(page).getByLabel("Reason"), "Told twice");
    await expectNoViolation(page);
    await hand.press(toForm(page).getByRole("button", { name: "Delete" }));
    await expect(theirs.titles).toHaveCount(TOLD.length - 1);
    const toast = page.getByRole("status").filter({ hasText: "Deleted" });
    await hand.press(toast.getByRole("button", { name: "Undo" }));
    await expect(theirs.titles).toHaveCount(TOLD.length);
    await expect(theirs.titles.filter({ hasText: "Solheim meets her host" })).toHaveCount(1);
  });
  await other.context().close();
}

test("from the link of the first start to an undone deletion, with a mouse", async ({
  page,
  browser,
  program,
}) => {
  await goTheWholeWay(page, browser, program, MOUSE);
});

/** Another who may edit the dossier, at a machine of the same kind. */
async function openEditor(browser: Browser, program: InhabitedProgram, page: Page): Promise<Page> {
  await addMember(program, "fishing-grounds", await addAccount(program, "Ben"), "editor");
  const hasTouch = await page.evaluate(() => navigator.maxTouchPoints > 0);
  const context = await browser.newContext({
    ...{ baseURL: program.address, viewport: page.viewportSize(), hasTouch, isMobile: hasTouch },
  });
  const answer = await context.request.post("/api/v1/sign-in", {
    data: { email: toEmail("Ben"), password: PASSWORD },
  });
  expect(answer.status()).toBe(200);
  return context.newPage();
}

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
