import { readFileSync, writeFileSync } from "node:fs";

const FILE = "bench/README.md";
const START = "<!-- bench:run:start -->";
const END = "<!-- bench:run:end -->";

/** Puts a report where the last one stood; everything else in the file is written by hand. */
export function writeReadme(report: string): void {
  const text = readFileSync(FILE, "utf8");
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start)
    throw new Error(`${FILE} has no place for a run between ${START} and ${END}.`);
  writeFileSync(FILE, `${text.slice(0, start + START.length)}\n${report}\n${text.slice(end)}`);
}
