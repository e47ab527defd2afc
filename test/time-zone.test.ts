import { expect, test } from "vitest";

test("the tests run in a zone that is not UTC", () => {
  expect(new Date(2023, 0, 29).getTimezoneOffset()).toBe(-(5 * 60 + 45));
});
