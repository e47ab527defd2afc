import { expect, it } from "vitest";
import { Progress, toProgressWords, toSeconds } from "./progress";

it("tells rows, rate and the time left", () => {
  expect(toProgressWords(120_000, "rows", 0.25, 40)).toBe(
    "25 %, 120,000 rows, 3,000 a second, 2 min 0 s left",
  );
  expect(toProgressWords(10, "rows", 0.001, 0.5)).toBe("0 %, 10 rows, 20 a second");
  expect(toSeconds(59.4)).toBe("59 s");
  expect(toSeconds(185)).toBe("3 min 5 s");
});

it("moves a bar in a terminal ten times a second, and clears it away", () => {
  const { output, at, written } = toOutput(true);
  at(50, 1);
  at(500, 1000);
  at(550, 1100);
  output.end();
  const words = "50 %, 1,000 rows, 2,000 a second";
  expect(written).toEqual([`\r${"█".repeat(12)}${"░".repeat(12)} ${words}\x1b[K`, "\r\x1b[K"]);
});

it("writes plain lines elsewhere, now and then, and nothing to clear", () => {
  const { output, at, written } = toOutput(false);
  at(4000, 100);
  at(5000, 1000);
  at(9000, 1500);
  output.end();
  expect(written).toEqual(["50 %, 1,000 rows, 200 a second, 5 s left\n"]);
});

function toOutput(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 };
  const output = new Progress(stream, "rows", () => now);
  const at = (milliseconds: number, count: number) => {
    now = milliseconds;
    output.show(count, 0.5);
  };
  return { output, at, written };
}
