import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { isRunning } from "./processes";

/**
 * Does some work while no other process does the same. A file holds the lock, with the number of its process in it, so
 * that one that was killed holds nothing. Throws naming the file after waiting for `longestMs`.
 */
export async function withLock<T>(file: string, longestMs: number, work: () => T | Promise<T>): Promise<T> {
  await take(file, Date.now() + longestMs);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

async function take(file: string, giveUp: number): Promise<void> {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
    const holder = readHolder(file);
    if (holder !== null && !isRunning(holder)) rmSync(file, { force: true });
    else if (Date.now() > giveUp) {
      throw new Error(
        `Another process (${holder}) has been at it for too long; remove ${file} if there is none.`,
      );
    } else await wait(100);
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

// `null` while the holder has not written its number yet, or has just given the lock up.
function readHolder(file: string): number | null {
  try {
    return Number(readFileSync(file, "utf8")) || null;
  } catch {
    return null;
  }
}
