import { expect, test } from "vitest";
import { stepWord } from "./step-word";

const TEXT = "He came, saw.\n\nShe left.";

test.each([
  ["a begin goes back", "start", -1, 3, 0],
  ["a begin goes on", "start", 1, 0, 3],
  ["an end goes back over marks", "end", -1, 12, 7],
  ["an end goes on", "end", 1, 2, 7],
  ["an end goes on into another line", "end", 1, 12, 18],
  ["a begin goes back into another line", "start", -1, 15, 9],
  ["nothing goes beyond the text's begin", "start", -1, 0, 0],
  ["nothing goes beyond the text's end", "end", 1, 23, 23],
] as const)("%s", (_, edge, direction, from, to) => {
  expect(stepWord(TEXT, from, edge, direction)).toBe(to);
});
