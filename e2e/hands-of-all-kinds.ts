import type { Locator } from "@playwright/test";

/** A way to do a thing, which has to be enough for all of it. */
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
