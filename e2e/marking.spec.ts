import type { Locator } from "@playwright/test";
import { dragOver, makeSource, openSource, toForm, WITHIN_A_SAVE } from "./newsroom";
import { tabTo } from "./tab-to";
import { expect, test } from "./test";

// How words are selected and what becomes of the hand then, by each kind of hand.
test.describe.configure({ timeout: 90_000 });

test("selects with a mouse from the first letter of a sentence to the end of its second line", async ({
  page,
}) => {
  const { dossier, source } = await makeSource(page, "Two lines");
  const text = await openSource(page, dossier, source);
  // The button of the sentence before ends where it begins, and the bar of what is selected lies below each line.
  const words = "Flying to Rabat on Monday, she is due to sign an agreement on fishing grounds.";
  await dragOver(page, text, words);
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  expect(await page.evaluate(() => String(document.getSelection()))).toBe(words);
});

test("makes an event by the keyboard alone", async ({ page }) => {
  const { dossier, source } = await makeSource(page, "By keys");
  await openSource(page, dossier, source);
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const sentence = page.getByRole("button", { name: /^Select: The two sides had agreed/ });
  await tabTo(sentence);
  await press("Enter");
  const bar = page.getByRole("toolbar", { name: "Selected words" });
  await expect(bar.getByRole("button", { name: "New event" })).toBeFocused();
  await press("Escape");
  await expect(bar).toBeHidden();
  await expect(sentence).toBeFocused();
  await press("Enter");
  await expect(bar.getByRole("button", { name: "New event" })).toBeFocused();
  // The end comes nearer: first the full stop goes, then three words.
  for (let presses = 0; presses < 4; presses++) {
    await bar.getByRole("button", { name: "End one word earlier" }).focus();
    await press("Enter");
  }
  expect(await page.evaluate(() => String(document.getSelection()))).toMatch(
    /^The two sides .* last year to count$/,
  );
  await bar.getByRole("button", { name: "New event" }).focus();
  await press("Enter");
  const form = toForm(page);
  await expect(form).toBeFocused();
  await expect(form.locator("blockquote")).toHaveText("The two sides had agreed in Oslo last year to count");
  await expect(form.getByLabel("Words for the date")).toHaveValue("last year");
  await expect(form.locator("code").first()).toHaveText("2022");

  await press("Tab", "Tab");
  await expect(form.getByLabel("Title")).toBeFocused();
  await press("Control+A");
  await page.keyboard.type("Trawlers to be counted anew");
  await form.getByRole("combobox", { name: /Place/ }).focus();
  await page.keyboard.type("Osl");
  await expect(form.getByRole("option", { name: /^Oslo/ }).first()).toBeVisible();
  await press("ArrowDown", "Enter");
  await expect(form.getByRole("group", { name: "Place" })).toContainText("Oslo");
  // Where the field was is what was chosen, and the keys go on from there.
  const change = form.getByRole("button", { name: "Change place" });
  await expect(change).toBeFocused();
  await press("Enter");
  await expect(form.getByRole("combobox", { name: /Place/ })).toBeFocused();
  await tabTo(form.getByRole("button", { name: "Oslo", exact: true }));
  await press("Enter");
  await expect(change).toBeFocused();
  await form.getByLabel("Title").focus();
  await press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Saved: Trawlers" })).toBeVisible(WITHIN_A_SAVE);
  await expect(page.getByTestId("source-text").getByRole("link", { name: /^The two sides/ })).toBeVisible();
  await expect(sentence).toBeFocused();
  await press("Control+Z");
  await expect(page.getByRole("status").filter({ hasText: "Taken back." })).toBeVisible(WITHIN_A_SAVE);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("what is said of the last event is not in the way of the next", async ({ page }) => {
    const { dossier, source } = await makeSource(page, "One after another");
    await openSource(page, dossier, source);
    const form = toForm(page);
    const begin = async (sentence: RegExp) => {
      await page.getByRole("button", { name: sentence }).tap();
      await page.getByRole("button", { name: "New event" }).tap(AT_ONCE);
    };
    await begin(/^Select: LISBON, March 5/);
    await form.getByRole("button", { name: "Save" }).tap();
    const toast = page.getByRole("status").filter({ hasText: "Saved: " });
    await expect(toast).toBeVisible(WITHIN_A_SAVE);
    await begin(/^Select: In Lisbon, Solheim met/);
    for (const target of ["Close", "Save", "Discard"]) {
      expect(await isCovered(form.getByRole("button", { name: target }))).toBe(false);
    }
    await expect(toast.getByRole("button", { name: "Undo" })).toBeVisible();
  });
});

// Long before the message goes.
const AT_ONCE = { timeout: 4000 };

function isCovered(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return !element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
}
