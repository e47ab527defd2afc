import { expect, it } from "vitest";
import { toTable } from "./table";

it("toTable lines up its columns, numbers to the right", () => {
  const table = toTable(
    ["who", "ms"],
    [
      ["a long name", "1.5"],
      ["b", "120"],
      ["c", "–"],
    ],
  );
  expect(table.split("\n")).toEqual([
    "| who         |  ms |",
    "|-------------|----:|",
    "| a long name | 1.5 |",
    "| b           | 120 |",
    "| c           |   – |",
  ]);
});

it("toTable has a head without rows", () => {
  expect(toTable(["question", "ms"], [])).toBe("| question | ms |\n|----------|----|");
});
