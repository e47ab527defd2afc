import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { isDefunct, isRunning } from "./processes";

const LISTENING = `import { onStop } from "./scripts/processes.ts"; onStop(() => process.exit(7));`;
const BUSY = `${LISTENING} setInterval(() => {}, 1000); process.send("ready");`;

function start(program: string): ChildProcess {
  const args = ["--import", "tsx", "--input-type=module", "--eval", program];
  return spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
}

test("a process that listens for its end still ends by itself when its work is done", async () => {
  expect(await once(start(LISTENING), "exit")).toEqual([0, null]);
});

test("a busy one hears that the process that started it is gone, and signals", async () => {
  for (const ask of [(it: ChildProcess) => it.disconnect(), (it: ChildProcess) => it.kill("SIGTERM")]) {
    const child = start(BUSY);
    await once(child, "message");
    ask(child);
    expect(await once(child, "exit")).toEqual([7, null]);
  }
});

test.runIf(process.platform === "linux")(
  "what was killed is told from what runs, though nobody asked for it",
  async () => {
    const parent = spawn("sh", ["-c", "sleep 60 & echo $!; exec sleep 60"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(parent.stdout, "data");
    const pid = Number(line);
    expect([isRunning(pid), isDefunct(pid)]).toEqual([true, false]);
    process.kill(pid, "SIGKILL");
    await expect.poll(() => isDefunct(pid)).toBe(true);
    expect(isRunning(pid)).toBe(true);
    parent.kill("SIGKILL");
  },
);
