import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { addAccount, addMember, type InhabitedProgram, PASSWORD, toEmail } from "./accounts";
import type { Hand, Marked } from "./hands-of-all-kinds";
import { ARTICLE, toForm, WITHIN_A_SAVE } from "./newsroom";
import { openDashboard, type Panes, toPanes, untilAlive } from "./panes";
import { expect, test } from "./test";

/** Whoever goes the way: a program of its own, a browser, and hands of one kind. */
export type Walk = {
  readonly program: InhabitedProgram;
  readonly browser: Browser;
  /** Of the owner. */
  readonly page: Page;
  readonly hand: Hand;
};

type Told = Marked & {
  readonly title: string;
  /** What the program has to read in the words by itself. */
  readonly timeWords: string;
  readonly date: string;
  readonly place: string;
};

const TOLD: readonly Told[] = [
  {
    sentence: "LISBON, March 5",
    words: "Ingrid Solheim arrived in Portugal on Sunday",
    title: "Solheim arrives",
    ...{ timeWords: "Sunday", date: "2023-03-05", place: "Portugal" },
  },
  {
    sentence: "In Lisbon, Solheim met",
    words: "In Lisbon, Solheim met her host Duarte Falcão.",
    title: "Solheim meets Falcão",
    ...{ timeWords: "", date: "", place: "Lisbon" },
  },
  {
    sentence: "Flying to Rabat",
    words: "Flying to Rabat on Monday, she is due to sign an agreement on fishing grounds.",
    title: "An agreement is due",
    ...{ timeWords: "Monday", date: "2023-03-06", place: "Rabat" },
  },
  {
    sentence: "The two sides",
    words: "The two sides had agreed in Oslo last year to count their trawlers anew.",
    title: "Trawlers to be counted",
    ...{ timeWords: "last year", date: "2022", place: "Oslo" },
  },
  {
    sentence: "A spokesman in Rabat",
    words: "A spokesman in Rabat denied on Saturday that the sum had been settled.",
    title: "The sum is denied",
    ...{ timeWords: "Saturday", date: "2023-03-04", place: "Rabat" },
  },
];

/** From the link of the first start to a proposal that is accepted, with two browsers beside it that look on. */
export async function goTheWholeWay(walk: Walk): Promise<void> {
  const { page } = walk;
  await test.step("an owner is made by the link", () => makeOwner(walk));
  await test.step("an article is pasted", () => pasteArticle(walk));
  const source = new URL(page.url()).pathname;
  const other = await openAs(walk, "Ben", "editor");
  const theirs = await openDashboard(other, "/d/fishing-grounds");
  await expect(theirs.titles).toHaveCount(0);
  await test.step("five events are made of its sentences, and another sees them appear", () =>
    makeEvents(walk, theirs));
  await expectNoViolation(other);
  await test.step("two change one event, and neither is lost", () => changeAtOnce(walk, other));
  await test.step("a deletion is undone", () => deleteAndUndo(walk, theirs));
  await test.step("what a contributor proposes is accepted", () => proposeAndAccept(walk, source, theirs));
  await other.context().close();
}

async function makeOwner({ page, hand }: Walk): Promise<void> {
  await page.goto("/setup#the-link-of-this-start");
  await hand.write(page.getByLabel("Name"), "Ana Lopes");
  await hand.write(page.getByLabel("E-mail"), "ana@desk.example");
  await hand.write(page.getByLabel("Password"), PASSWORD);
  await expectNoViolation(page);
  await hand.press(page.getByRole("button", { name: "Make the account" }));
}

async function pasteArticle({ page, hand }: Walk): Promise<void> {
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
  await expect(page.getByLabel("Published on")).toHaveValue("2023-03-05");
  await expectNoViolation(page);
  await hand.press(page.getByRole("button", { name: "Save the source" }));
  await page.getByText("Mark the words that report an event.").waitFor(WITHIN_A_SAVE);
  await expectNoViolation(page);
}

async function makeEvents({ page, hand }: Walk, theirs: Panes): Promise<void> {
  for (const [at, { title, timeWords, date, place, ...marked }] of TOLD.entries()) {
    await hand.mark(page, marked);
    await hand.press(page.getByRole("button", { name: "New event" }));
    const form = toForm(page);
    await expect(form.getByLabel("Words for the date")).toHaveValue(timeWords);
    await expect(form.getByRole("textbox", { name: "Date optional", exact: true })).toHaveValue(date);
    await hand.write(form.getByLabel("Title"), title);
    await hand.press(form.getByRole("button", { name: place, exact: true }));
    await expect(form.getByRole("group", { name: "Place" })).toContainText(place);
    if (at === 0) await expectNoViolation(page);
    await hand.press(form.getByRole("button", { name: "Save" }));
    await expect(page.getByRole("status").filter({ hasText: `Saved: ${title}` })).toBeVisible(WITHIN_A_SAVE);
    await expect(theirs.titles).toHaveCount(at + 1);
    await expect(theirs.titles.filter({ hasText: title })).toHaveCount(1);
  }
  await expect(theirs.marker(/^Lisbon, /)).toBeVisible();
}

async function changeAtOnce({ page, hand }: Walk, other: Page): Promise<void> {
  await hand.press(page.getByRole("status").getByRole("link", { name: "Show on the map" }));
  await untilAlive(page);
  for (const one of [page, other]) {
    await hand.press(toPanes(one).titles.filter({ hasText: "Solheim meets Falcão" }));
    await expect(toPanes(one).heading).toHaveText("Solheim meets Falcão");
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
  await expect(conflict).toContainText("Falcão receives Solheim", WITHIN_A_SAVE);
  await expect(conflict).toContainText("Solheim meets her host");
  await expectNoViolation(page);
  await hand.press(conflict.getByRole("button", { name: "Go on with this" }));
  await hand.press(toForm(page).getByRole("button", { name: "Save" }));
  await expect(toPanes(page).heading).toHaveText("Solheim meets her host", WITHIN_A_SAVE);
  await expect(toPanes(other).heading).toHaveText("Solheim meets her host");
  await expect(toPanes(page).reader.getByRole("article")).toContainText("Diplomacy");
}

async function deleteAndUndo({ page, hand }: Walk, theirs: Panes): Promise<void> {
  await hand.press(page.getByRole("button", { name: "More", exact: true }));
  await hand.press(page.getByRole("button", { name: "Delete" }));
  await hand.write(toForm(page).getByLabel("Reason"), "Told twice");
  await expectNoViolation(page);
  await hand.press(toForm(page).getByRole("button", { name: "Delete" }));
  const toast = page.getByRole("status").filter({ hasText: "Deleted" });
  await expect(toast).toBeVisible(WITHIN_A_SAVE);
  await hand.takeBack(toast);
  await expect(page.getByRole("status").filter({ hasText: "Taken back." })).toBeVisible(WITHIN_A_SAVE);
  await expect(theirs.titles.filter({ hasText: "Solheim meets her host" })).toHaveCount(1);
  await expect(theirs.titles).toHaveCount(TOLD.length);
}

async function proposeAndAccept(walk: Walk, source: string, theirs: Panes): Promise<void> {
  const { page, hand } = walk;
  const contributor = await openAs(walk, "Clara", "contributor");
  await contributor.goto(source);
  await contributor.getByText("Mark the words that report an event.").waitFor();
  await hand.mark(contributor, { sentence: "LISBON, March 5", words: "the first stop on a trip" });
  await hand.press(contributor.getByRole("button", { name: "New event" }));
  await hand.write(toForm(contributor).getByLabel("Title"), "A trip is under way");
  await hand.press(toForm(contributor).getByRole("button", { name: "Propose" }));
  const toast = contributor.getByRole("status").filter({ hasText: "Proposed: A trip is under way" });
  await expect(toast).toBeVisible(WITHIN_A_SAVE);
  await expectNoViolation(contributor);

  await page.reload();
  await untilAlive(page);
  await hand.press(page.getByRole("button", { name: /1 open proposal/ }));
  await hand.press(page.getByRole("link", { name: "Proposals (1 open)" }));
  const card = page.getByRole("listitem").filter({ hasText: "A trip is under way" });
  await expect(card.locator("mark")).toHaveText("the first stop on a trip");
  await expectNoViolation(page);
  await expect(theirs.titles).toHaveCount(TOLD.length);
  await hand.press(card.getByRole("button", { name: "Accept" }));
  await expect(page.getByRole("status")).toContainText("Accepted: A trip is under way", WITHIN_A_SAVE);
  await expect(theirs.titles).toHaveCount(TOLD.length + 1);
  await contributor.context().close();
}

/** Another who may do something with the dossier, at a machine of the same kind. */
async function openAs({ program, browser, page }: Walk, name: string, role: string): Promise<Page> {
  await addMember(program, "fishing-grounds", await addAccount(program, name), role);
  const hasTouch = await page.evaluate(() => navigator.maxTouchPoints > 0);
  const context = await browser.newContext({
    ...{ baseURL: program.address, viewport: page.viewportSize(), hasTouch, isMobile: hasTouch },
  });
  const answer = await context.request.post("/api/v1/sign-in", {
    data: { email: toEmail(name), password: PASSWORD },
  });
  expect(answer.status()).toBe(200);
  return context.newPage();
}

/** Whether axe finds nothing, and nothing sticks out to the right. */
async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { "target-size": { enabled: true } } })
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "what sticks out to the right, in CSS pixels").toBe(0);
}
