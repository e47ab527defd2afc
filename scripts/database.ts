import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import type { Env } from "@/server/env";
import { startEmbeddedServer } from "./embedded-server";
import { keepServer, type Watch } from "./keep-server";
import { withLock } from "./lock";
import { isRunning } from "./processes";

export type OpenDatabase = {
  readonly url: string;
  /** Brings the embedded server back whenever it is gone, until `close`; resolves to what is wrong if it cannot. */
  readonly keep: () => Promise<Error>;
  /** Gives the database up; the embedded server stops when nobody uses it any more. */
  readonly close: () => Promise<void>;
};

const LEAST_VERSION = 15;
// As long as starting or stopping a server may take, for one process after another.
const LONGEST_WAIT_MS = 120_000;

/** The operator's database, or the embedded one, which all of this program's processes share. */
export async function openDatabase({
  databaseUrl,
  dataFolder,
}: Pick<Env, "databaseUrl" | "dataFolder">): Promise<OpenDatabase> {
  if (databaseUrl !== null) {
    await checkVersion(databaseUrl);
    return { url: databaseUrl, keep: () => new Promise(() => {}), close: async () => {} };
  }
  const folder = resolve(dataFolder);
  mkdirSync(folder, { recursive: true });
  // Nobody may find the server running while the last one to leave is stopping it.
  const alone = <T>(work: () => T | Promise<T>) => withLock(join(folder, "lock"), LONGEST_WAIT_MS, work);
  return alone(async () => {
    const leave = enter(join(folder, "users"));
    const server = await startEmbeddedServer(folder);
    const watches: Watch[] = [];
    let isOpen = true;
    const restart = () =>
      alone(async () => {
        if (!isOpen) throw new Error("The server is not used any more.");
        return (await startEmbeddedServer(folder)).url;
      });
    const keep = () => {
      const watch = keepServer(server.url, restart);
      watches.push(watch);
      return watch.lost;
    };
    const close = () => {
      isOpen = false;
      for (const watch of watches) watch.end();
      return alone(() => {
        if (leave() === 0) server.stop();
      });
    };
    return { url: server.url, keep, close };
  });
}

async function checkVersion(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < LEAST_VERSION) {
      throw new Error(
        `DATABASE_URL: the server is PostgreSQL ${major}; ${LEAST_VERSION} or later is needed.`,
      );
    }
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("DATABASE_URL")) throw error;
    const reason =
      error instanceof Error ? error.message || String(error.cause ?? error.name) : String(error);
    throw new Error(`DATABASE_URL: the server cannot be reached: ${reason}`);
  } finally {
    await client.end().catch(() => {});
  }
}

// Each process that uses the server leaves its number in a folder; the last one to go turns off the light. A process
// that was killed leaves its number behind, which counts no more.
function enter(folder: string): () => number {
  mkdirSync(folder, { recursive: true });
  const own = join(folder, String(process.pid));
  writeFileSync(own, "");
  return () => {
    rmSync(own, { force: true });
    return readdirSync(folder).filter((name) => {
      const isAlive = isRunning(Number(name));
      if (!isAlive) rmSync(join(folder, name), { force: true });
      return isAlive;
    }).length;
  };
}
