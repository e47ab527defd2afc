import { loadEnv } from "../env";
import { settleStale } from "./settle-stale";

// Somebody who writes a lot does not make it start anew each time.
const PAUSE_MS = 500;

let timer: NodeJS.Timeout | null = null;
let running: Promise<void> | null = null;

/** Makes the cubes of changed dossiers anew in a moment, one process's one at a time. */
export function settleLater(): void {
  if (timer !== null) return;
  timer = setTimeout(() => {
    timer = null;
    running = (running ?? Promise.resolve()).then(settle);
  }, PAUSE_MS);
  timer.unref();
}

// Whatever fails is tried again with the next write, or when the program starts.
async function settle(): Promise<void> {
  const { databaseUrl } = loadEnv();
  if (databaseUrl === null) return;
  await settleStale(databaseUrl).catch((error: unknown) => console.error("A cube could not be made:", error));
}
