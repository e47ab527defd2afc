import { expect, test } from "vitest";
import { proposeTitle } from "./propose-title";

test.each([
  ["arrived in South Korea on Sunday", "Arrived in South Korea on Sunday"],
  ["“We will come,” he said.", "We will come, he said"],
  [
    "NATO Secretary General Jens Stoltenberg arrived in South Korea on Sunday, the first stop on a trip that will include Japan",
    "NATO Secretary General Jens Stoltenberg arrived in South Korea on Sunday",
  ],
  [
    "Flying to Tokyo on Monday, the secretary general has meetings scheduled with Prime Minister Fumio Kishida",
    "Flying to Tokyo on Monday, the secretary general has meetings scheduled",
  ],
  ["word ".repeat(40), `Word${" word".repeat(17)}`],
  [
    "SEOUL (Reuters) -NATO Secretary General Jens Stoltenberg arrived in South Korea on Sunday, the first stop on a trip",
    "NATO Secretary General Jens Stoltenberg arrived in South Korea on Sunday",
  ],
  ["GENEVA, Jan 29 – They met", "They met"],
  ["NATO said so", "NATO said so"],
  [`He spoke ${"very ".repeat(14)}well of the other one`, `He spoke ${"very ".repeat(14)}well`],
  ["one line\nand another", "One line"],
  ["2 500 came", "2 500 came"],
  ["", ""],
])("proposes for “%s”", (exact, title) => {
  expect(proposeTitle(exact)).toBe(title);
});
