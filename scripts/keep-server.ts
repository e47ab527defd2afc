import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

const PAUSE_MS = 100;
const LONGEST_ABSENCE_MS = 60_000;
const CONNECT_TIMEOUT_MS = 5000;

/** The watch over a server that others rely on. */
export type Watch = {
  /** Resolves to what is wrong, once the server is gone and cannot be brought back. */
  readonly lost: Promise<Error>;
  readonly end: () => void;
};

/**
 * Brings a server back whenever it is gone: one that was killed starts again by nobody's hand. One connection, which
 * ends with the server, tells of it; `restart` finds the server or starts it, and gives its address, which has to be
 * `url`, since that is where it is looked for by all who use it.
 */
export function keepServer(url: string, restart: () => Promise<string>): Watch {
  const controller = new AbortController();
  return { lost: keep(url, restart, controller.signal), end: () => controller.abort() };
}

async function keep(url: string, restart: () => Promise<string>, signal: AbortSignal): Promise<Error> {
  let seen = Date.now();
  while (!signal.aborted) {
    try {
      await untilGone(url, signal);
      seen = Date.now();
    } catch {
      // It cannot be reached: to be brought back all the same.
    }
    if (signal.aborted) break;
    try {
      const found = await restart();
      if (found !== url) return new Error("The embedded PostgreSQL came back at another address.");
    } catch (error) {
      // What is left of the old server may for a moment hold its memory.
      if (Date.now() - seen > LONGEST_ABSENCE_MS)
        return error instanceof Error ? error : new Error(`${error}`);
    }
    await wait(PAUSE_MS);
  }
  return new Promise(() => {});
}

/** Throws if the server cannot be reached; otherwise resolves once its connection ends. */
async function untilGone(url: string, signal: AbortSignal): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  const ended = new Promise<void>((resolve) => {
    client.once("end", resolve);
    // An error may come more than once.
    client.on("error", () => resolve());
  });
  const leave = () => void client.end().catch(() => {});
  signal.addEventListener("abort", leave);
  try {
    await client.connect();
    await ended;
  } finally {
    signal.removeEventListener("abort", leave);
    leave();
  }
}
