import { expect, type Locator, type Page } from "@playwright/test";
import { dragOver, locateWords } from "./newsroom";
import { tabTo } from "./tab-to";

/** Words of a source's text, and how the sentence begins in which they stand. */
export type Marked = { readonly sentence: string; readonly words: string };

/** A way to do a thing, which has to be enough for all of it. */
export type Hand = {
  readonly press: (target: Locator) => Promise<void>;
  readonly write: (target: Locator, text: string) => Promise<void>;
  readonly choose: (target: Locator) => Promise<void>;
  /** Selects words of the source's text that the page shows. */
  readonly mark: (page: Page, marked: Marked) => Promise<void>;
  /** Takes back what the message says was done. */
  readonly takeBack: (message: Locator) => Promise<void>;
};

// A message covers nothing that is needed: it would stand for twelve seconds.
const UNCOVERED = { timeout: 6000 };

export const MOUSE: Hand = {
  async press(target) {
    await target.waitFor();
    await target.click(UNCOVERED);
  },
  write: (target, text) => target.fill(text),
  choose: (target) => target.check(),
  mark: (page, { words }) => dragOver(page, toText(page), words),
  takeBack: (message) => MOUSE.press(message.getByRole("button", { name: "Undo" })),
};

export const FINGER: Hand = {
  async press(target) {
    await target.waitFor();
    await target.tap(UNCOVERED);
  },
  async write(target, text) {
    await FINGER.press(target);
    await expect(target).toBeFocused();
    // What the keyboard on the screen writes, and the wheels that it has for a day.
    await target.fill(text);
  },
  async choose(target) {
    await FINGER.press(target);
    await expect(target).toBeChecked();
  },
  // As the system leaves it after a long press and its handles, of which the page sees nothing but the selection.
  async mark(page, { words }) {
    const range = await locateWords(toText(page), words);
    await range.evaluate((found) => {
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(found);
    });
  },
  takeBack: (message) => FINGER.press(message.getByRole("button", { name: "Undo" })),
};

export const KEYS: Hand = {
  async press(target) {
    await tabTo(target, "Tab", MOST_STEPS);
    await target.page().keyboard.press("Enter");
  },
  async write(target, text) {
    const { keyboard } = target.page();
    await tabTo(target, "Tab", MOST_STEPS);
    if ((await target.getAttribute("type")) === "date") return writeDay(target, text);
    await keyboard.press("Control+A");
    // As from the clipboard, whose own keys a browser without a screen does not have.
    if (text.includes("\n")) await keyboard.insertText(text);
    else await keyboard.type(text);
  },
  async choose(target) {
    // Of a group only the one that is chosen stands in the order; the arrows go to the others.
    const group = target.page().locator(`input[name="${await target.getAttribute("name")}"]:checked`);
    await tabTo(group, "Tab", MOST_STEPS);
    for (let presses = 0; presses < MOST_STEPS && !(await target.isChecked()); presses++) {
      await target.page().keyboard.press("ArrowDown");
    }
    await expect(target).toBeChecked();
  },
  // The whole sentence by its button, and then word by word what is too much of it.
  async mark(page, { sentence, words }) {
    await KEYS.press(page.getByRole("button", { name: `Select: ${sentence}` }));
    const bar = page.getByRole("toolbar", { name: "Selected words" });
    await bar.waitFor();
    const read = () => page.evaluate(() => String(document.getSelection()));
    for (const [button, isReached] of [
      ["Begin one word later", (selected: string) => selected.startsWith(words)],
      ["End one word earlier", (selected: string) => selected.endsWith(words)],
    ] as const) {
      for (let steps = 0; steps < MOST_STEPS && !isReached(await read()); steps++) {
        await KEYS.press(bar.getByRole("button", { name: button }));
      }
    }
    expect(await read()).toBe(words);
  },
  async takeBack(message) {
    await message.getByRole("button", { name: "Undo" }).waitFor();
    await message.page().keyboard.press("Control+Z");
  },
};

// More than any way of a hand that knows where it goes.
const MOST_STEPS = 30;

/** Types a day into the field that has the focus, part by part, in whichever order the browser's own language has. */
async function writeDay(target: Locator, text: string): Promise<void> {
  const { keyboard } = target.page();
  const [year = "", month = "", day = ""] = text.split("-");
  for (const parts of [
    [month, day, year],
    [day, month, year],
  ]) {
    await keyboard.type(parts.join(""));
    if ((await target.inputValue()) === text) return;
    for (let step = 1; step < parts.length; step++) await keyboard.press("ArrowLeft");
  }
  await expect(target).toHaveValue(text);
}

const toText = (page: Page) => page.getByTestId("source-text");
