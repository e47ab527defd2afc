import { expect, it } from "vitest";
import { toAwayPage } from "./away-page";

it("has its one script bear the nonce, and asks for no stylesheet", () => {
  const page = toAwayPage("abc", null);
  expect(page.match(/<script[^>]*>/g)).toEqual([`<script nonce="abc">`]);
  expect(page).not.toMatch(/<style|stylesheet/);
});

it("keeps the theme that the reader chose, or follows the system", () => {
  expect(toAwayPage("abc", "dark")).toContain(`style="color-scheme: dark"`);
  expect(toAwayPage("abc", null)).toContain(`style="color-scheme: light dark"`);
});
