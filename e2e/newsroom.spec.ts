import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import {
  ARTICLE,
  dragOver,
  makeEvent,
  makeSource,
  openSource,
  pressSentence,
  toForm,
  WITHIN_A_SAVE,
} from "./newsroom";
import { openDashboard, toPanes } from "./panes";
import { expect, test } from "./test";

// Each makes a dossier of its own, and events by hand.
test.describe.configure({ timeout: 90_000 });

test("goes from a pasted article to an event on the map, and takes it back", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "New dossier" }).click();
  await expect(page.getByLabel("Time zone")).toHaveValue("America/St_Johns");
  await page.getByLabel("Title").fill("Fishing grounds");
  await page.getByLabel("Time zone").fill("Europe/Lisbon");
  await page.getByRole("button", { name: "Make the dossier" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Add a source");
  await page.getByLabel("Paste the article").fill(ARTICLE);
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue(/Flying to Rabat on Monday/);
  await expect(page.getByLabel("Title")).toHaveValue(
    "Norway's foreign minister in Lisbon to talk about fish",
  );
  // What the document does not say is asked for beside its field, and nothing is lost.
  await page.getByLabel("Publisher").fill("");
  await page.getByRole("button", { name: "Save the source" }).click();
  await expect(page.getByLabel("Publisher")).toHaveAccessibleDescription(/Say who published it/);
  await page.getByLabel("Publisher").fill("Harbour Wire");
  await page.getByLabel("Published on").fill("2023-03-05");
  await page.getByRole("button", { name: "Save the source" }).click();

  await expect(page).toHaveURL(/\/d\/fishing-grounds\/s\//);
  await page.getByText("Mark the words that report an event.").waitFor();
  await dragOver(page, page.getByTestId("source-text"), "Ingrid Solheim arrived in Portugal on Sunday");
  await page
    .getByRole("toolbar", { name: "Selected words" })
    .getByRole("button", { name: "New event" })
    .click();
  const form = toForm(page);
  await expect(form.getByLabel("Title")).toHaveValue("Ingrid Solheim arrived in Portugal on Sunday");
  await expect(form.getByLabel("Words for the date")).toHaveValue("Sunday");
  await expect(form.getByLabel("Date", { exact: false }).last()).toBeVisible();
  await expect(form.getByText("Sunday 5 March 2023")).toBeVisible();
  await expect(form.getByText("Begins and ends within 5 Mar 2023")).toBeVisible();
  await form.getByRole("button", { name: "Portugal", exact: true }).click();
  await expect(form.getByRole("group", { name: "Place" })).toContainText("Portugal");
  await form.getByLabel("Diplomacy").check();
  await form.getByRole("button", { name: "Save" }).click();

  const toast = page.getByRole("status").filter({ hasText: "Saved: Ingrid Solheim" });
  await expect(toast).toBeVisible(WITHIN_A_SAVE);
  await expect(
    page.getByTestId("source-text").getByRole("link", { name: /Ingrid Solheim arrived/ }),
  ).toBeVisible();
  await toast.getByRole("link", { name: "Show on the map" }).click();
  const { heading, marker, titles, reader } = toPanes(page);
  await expect(heading).toHaveText("Ingrid Solheim arrived in Portugal on Sunday");
  await expect(marker(/^Portugal, /)).toBeVisible();
  await expect(titles).toHaveText([/Ingrid Solheim arrived/]);
  await expect(reader).toContainText("named in the passage");

  await reader.getByRole("button", { name: "More", exact: true }).click();
  await reader.getByRole("button", { name: "Delete" }).click();
  await toForm(page).getByLabel("Reason").fill("Entered to try it out");
  await toForm(page).getByRole("button", { name: "Delete" }).click();
  await expect(titles).toHaveCount(0);
  await page.getByRole("status").filter({ hasText: "Deleted" }).getByRole("button", { name: "Undo" }).click();
  await expect(titles).toHaveCount(1);

  await page.goto("/d/fishing-grounds/changes");
  const changes = page.getByRole("main").getByRole("listitem");
  await expect(changes.first()).toContainText("Ingrid Solheim arrived in Portugal");
  await expect(page.getByRole("main")).toContainText("Entered to try it out");
});

test("shows what one saves on the dashboards of others", async ({ page, browser }) => {
  const { dossier, source } = await makeSource(page, "Seen by others");
  const other = await browser.newPage();
  const { titles, marker } = await openDashboard(other, `/d/${dossier}`);
  await expect(titles).toHaveCount(0);
  await openSource(page, dossier, source);
  await makeEvent(page, /^Select: LISBON, March 5/, "Solheim arrives in Portugal", "Portugal");
  await expect(titles).toHaveText([/Solheim arrives in Portugal/]);
  await expect(marker(/^Portugal, /)).toBeVisible();
  await other.close();
});

test.describe("two who change one event", () => {
  test.use({ expectedNoise: [/status of 412/] });

  test("shows both sides of an edit conflict, and loses neither", async ({ page, context }) => {
    const { dossier, source } = await makeSource(page, "Two at once");
    await openSource(page, dossier, source);
    await makeEvent(page, /^Select: In Lisbon, Solheim met/, "Solheim meets Falcão");

    const address = `/d/${dossier}?e=solheim-meets-falcao`;
    const other = await context.newPage();
    for (const one of [page, other]) {
      await openDashboard(one, address);
      await one.getByRole("button", { name: "Edit", exact: true }).click();
      await expect(toForm(one).getByLabel("Title")).toHaveValue("Solheim meets Falcão");
    }
    await toForm(page).getByLabel("Title").fill("Solheim meets her host");
    await toForm(page).getByLabel("Diplomacy").check();
    await toForm(page).getByRole("button", { name: "Save" }).click();
    await expect(toPanes(page).heading).toHaveText("Solheim meets her host");

    await toForm(other).getByLabel("Title").fill("Falcão receives Solheim");
    await toForm(other).getByRole("button", { name: "Save" }).click();
    const conflict = other.getByRole("region", { name: "Two changes at once" });
    await expect(conflict).toContainText("Falcão receives Solheim");
    await expect(conflict).toContainText("Solheim meets her host");
    await expect(conflict).toContainText("Theirs alone, and kept: category");
    await expectNoViolation(other);
    // The buttons that were pressed are gone; the hand on the keys is in the panel still.
    await expect(conflict).toBeFocused();
    await conflict.getByRole("button", { name: "Go on with this" }).click();
    await expect(toForm(other)).toBeFocused();
    await toForm(other).getByRole("button", { name: "Save" }).click();
    await expect(toPanes(other).heading).toHaveText("Falcão receives Solheim");
    await expect(toPanes(other).reader.getByRole("article")).toContainText("Diplomacy");
    await expect(toPanes(page).heading).toHaveText("Falcão receives Solheim");

    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("button", { name: "History" }).click();
    const history = toForm(page).getByRole("listitem");
    await expect(history).toHaveCount(3);
    await expect(history.first()).toContainText("Falcão receives Solheim");
    await history.last().getByRole("button", { name: "Bring this state back" }).click();
    await expect(toPanes(page).heading).toHaveText("Solheim meets Falcão");
  });
});

test("adds a further passage to an event, which then tells both", async ({ page }) => {
  const { dossier, source } = await makeSource(page, "Told twice");
  await openSource(page, dossier, source);
  await makeEvent(page, /^Select: LISBON, March 5/, "The sum is settled");
  await pressSentence(page, /^Select: A spokesman in Rabat denied/);
  await page.getByRole("button", { name: "Add to event…" }).click();
  const form = toForm(page);
  await form.getByRole("combobox", { name: "Event" }).fill("sum");
  await form.getByRole("option", { name: /The sum is settled/ }).click();
  await form.getByLabel("is denied").check();
  await form.getByRole("button", { name: "Add the passage" }).click();
  const toast = page.getByRole("status").filter({ hasText: "Added to: The sum is settled" });
  await toast.getByRole("link", { name: "Show on the map" }).click();
  await expect(toPanes(page).reader.getByRole("article")).toContainText("Disputed");
});

test.describe("without a connection", () => {
  test.use({ expectedNoise: [/ERR_INTERNET_DISCONNECTED/] });

  test("keeps what was written, over a lost connection and a closed tab", async ({ page, context }) => {
    const { dossier, source } = await makeSource(page, "Offline");
    await openSource(page, dossier, source);
    await pressSentence(page, /^Select: In Lisbon, Solheim met/);
    await page.getByRole("button", { name: "New event" }).click();
    const form = toForm(page);
    await form.getByLabel("Title").fill("A meeting in Lisbon");
    await context.setOffline(true);
    await form.getByRole("button", { name: "Save (no connection)" }).click();
    await expect(form.getByRole("alert")).toContainText("What you wrote is kept in this browser.");
    await context.setOffline(false);

    await openSource(page, dossier, source);
    const kept = page.getByRole("region", { name: "Unfinished event" });
    await expect(kept).toContainText("A meeting in Lisbon");
    await kept.getByRole("button", { name: "Continue" }).click();
    await form.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved: A meeting" })).toBeVisible(WITHIN_A_SAVE);
    await expect(kept).toBeHidden();
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("marks a sentence, makes its event and takes it back", async ({ page }) => {
    const { dossier, source } = await makeSource(page, "On a phone");
    await openSource(page, dossier, source);
    await page.getByRole("button", { name: /^Select: LISBON, March 5/ }).tap();
    await page.getByRole("button", { name: "New event" }).tap();
    const form = toForm(page);
    await form.getByRole("button", { name: "Portugal", exact: true }).tap();
    await expectFits(page);
    await expectNoViolation(page);
    await form.getByRole("button", { name: "Save" }).tap();
    const toast = page.getByRole("status").filter({ hasText: "Saved: " });
    await expect(toast).toBeVisible(WITHIN_A_SAVE);
    await toast.getByRole("button", { name: "Undo" }).tap();
    await expect(page.getByRole("status").filter({ hasText: "Taken back." })).toBeVisible();
    await expect(page.getByRole("region", { name: "Unfinished event" })).toBeVisible();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1440]) {
    test(`is accessible and fits, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { dossier, source } = await makeSource(page, `Looked at, ${colorScheme}, ${width}`);
      const look = async () => {
        await expectFits(page);
        await expectNoViolation(page);
      };
      await page.goto("/new");
      await look();
      await page.goto(`/d/${dossier}/add`);
      await look();
      await page.getByLabel("Paste the article").fill(ARTICLE);
      await page.getByRole("button", { name: "Read it" }).click();
      await expect(page.getByLabel("Text", { exact: true })).toBeVisible();
      await look();
      await openSource(page, dossier, source);
      await pressSentence(page, /^Select: LISBON, March 5/);
      await expect(page.getByRole("toolbar")).toBeVisible();
      await look();
      await page.getByRole("button", { name: "New event" }).click();
      await toForm(page).getByRole("button", { name: "Portugal", exact: true }).click();
      await toForm(page).getByRole("button", { name: "Add somebody" }).click();
      await look();
      await page.goto(`/d/${dossier}/changes`);
      await look();
    });
  }
}

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

async function expectFits(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "what sticks out to the right, in CSS pixels").toBe(0);
}
