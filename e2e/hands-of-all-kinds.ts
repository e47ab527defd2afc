import { expect, type Locator } from "@playwright/test";

/** The ways to do a thing: each of them has to be enough for all of it. */
export type Hand = {
  readonly press: (target: Locator) => Promise<void>;
  readonly write: (target: Locator, text: string) => Promise<void>;
  readonly choose: (target: Locator) => Promise<void>;
};

export const MOUSE: Hand = {
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: (target) => target.check(),
};

export const FINGER: Hand = {
  press: (target) => target.tap(),
  async write(target, text) {
    await target.tap();
    await target.fill(text);
  },
  choose: (target) => target.tap(),
};

/** Goes from where the focus is to whatever is wanted by the Tab key alone. */
export const KEYS: Hand = {
  async press(target) {
    await reach(target);
    await target.page().keyboard.press("Enter");
  },
  async write(target, text) {
    const { keyboard } = target.page();
    await reach(target);
    // A day is entered part by part, in the order that the browser's language has.
    if ((await target.getAttribute("type")) === "date") {
      return keyboard.type(text.split("-").toReversed().join(""));
    }
    await keyboard.press("Control+A");
    // As from the clipboard, whose own keys a browser without a screen does not have.
    await keyboard.insertText(text);
  },
  async choose(target) {
    // Of a group only the one that is chosen stands in the order; the arrows go to the others.
    await reach(target.page().locator(`input[name="${await target.getAttribute("name")}"]`));
    for (let presses = 0; presses < MOST_STOPS && !(await target.isChecked()); presses++) {
      await target.page().keyboard.press("ArrowDown");
    }
    await expect(target).toBeChecked();
  },
};

const MOST_STOPS = 120;

async function reach(target: Locator): Promise<void> {
  await target.first().waitFor();
  const isReached = () => target.evaluateAll((all) => all.includes(document.activeElement as HTMLElement));
  for (let presses = 0; presses < MOST_STOPS; presses++) {
    if (await isReached()) return;
    await target.page().keyboard.press("Tab");
  }
  throw new Error(`${target} is not reached by ${MOST_STOPS} presses of Tab.`);
}
