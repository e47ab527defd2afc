import { expect, type Locator } from "@playwright/test";

// Far more stops than any page has on the demo.
const MOST_STOPS = 150;

/** Presses Tab, or Shift+Tab, until the focus is on what the locator finds; at most so often. */
export async function tabTo(
  target: Locator,
  key: "Tab" | "Shift+Tab" = "Tab",
  most = MOST_STOPS,
): Promise<void> {
  await target.waitFor({ state: "attached" });
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  for (let stops = 0; stops < most; stops++) {
    if (await isFocused()) return;
    await target.page().keyboard.press(key);
  }
  expect(await isFocused(), `${target} is reached by ${most} presses of ${key}`).toBe(true);
}
