import { readFileSync } from "node:fs";

/** Whether a process of this number runs on this machine, be it ours or somebody else's. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether a process has ended and only its number is left, since nobody asked how; known on Linux alone. */
export function isDefunct(pid: number): boolean {
  try {
    // After the name, which may hold anything, stands the state.
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, ""));
  } catch {
    return false;
  }
}

/**
 * Calls back when this process is asked to end: by Ctrl-C or a signal, or because the one that started it was killed,
 * which closes their channel. Listening does not by itself keep the process alive.
 */
export function onStop(listener: () => void): void {
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(name, listener);
  // A listener for its end would hold the channel open, and with it a process that has nothing left to do.
  process.channel?.unref();
}
