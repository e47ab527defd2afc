import { afterEach, expect } from "vitest";

// Whatever a test lets the program say on the console was not meant to be said. A test that expects a word spies on
// the method itself, which takes our place.
const METHODS = ["debug", "error", "info", "log", "trace", "warn"] as const;
const said: string[] = [];

for (const method of METHODS) {
  console[method] = (...words: unknown[]) => {
    said.push(`console.${method}: ${words.map(String).join(" ")}`);
  };
}

afterEach(() => {
  expect(said.splice(0)).toEqual([]);
});
