import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

/** One of the checks: a script for Node and its arguments. */
export type Stage = { readonly title: string; readonly command: readonly string[] };

// Servers under a stage get this long to end in order.
const LONGEST_STOP_MS = 15_000;

const running = new Set<ChildProcess>();

/** Runs a stage to its end and says in a line how it went; what it printed is shown only if it failed. */
export async function runStage({ title, command }: Stage): Promise<boolean> {
  const started = Date.now();
  // Neither a debugger's options nor a shell's idea of the environment may change what is tested.
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const env = {
    ...inherited,
    NODE_ENV: "test",
    CI: "true",
    NO_COLOR: "1",
    NEXT_TELEMETRY_DISABLED: "1",
  } as const;
  const child = spawn(process.execPath, command, {
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that it can be stopped with all that it started.
    detached: process.platform !== "win32",
    env,
  });
  running.add(child);
  const printed: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => printed.push(chunk));
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  running.delete(child);

  const output = Buffer.concat(printed).toString("utf8");
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  const isPassed = status === 0;
  process.stdout.write(
    `${isPassed ? "✓" : "✗"} ${title.padEnd(24)}${seconds} s  ${toCount(output)}`.trimEnd(),
  );
  process.stdout.write(isPassed ? "\n" : `\n\n${output}`);
  return isPassed;
}

/** Stops whatever runs, with all that it started. */
export async function stopStages(): Promise<void> {
  const ends = [...running].map((child) => new Promise((resolve) => child.once("close", resolve)));
  for (const child of running) signal(child, "SIGTERM");
  await Promise.race([Promise.all(ends), wait(LONGEST_STOP_MS)]);
  for (const child of running) signal(child, "SIGKILL");
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, name);
  } catch {
    // It ended in the meantime.
  }
}

// "Tests  312 passed (312)" of vitest, "45 passed (1.2m)" of Playwright.
function toCount(output: string): string {
  return /(?:Tests\s+|^\s*)(\d+ passed)/m.exec(output)?.[1] ?? "";
}
