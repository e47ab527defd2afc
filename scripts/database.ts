import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Env } from "@/server/env";
import { startEmbeddedServer } from "./embedded-server";
import { isRunning } from "./processes";

export type OpenDatabase = {
  readonly url: string;
  /** Gives the database up; the embedded server stops when nobody uses it any more. */
  readonly close: () => void;
};

const LEAST_VERSION = 15;

/** The operator's database, or the embedded one, which all of this program's processes share. */
export async function openDatabase({
  databaseUrl,
  dataFolder,
}: Pick<Env, "databaseUrl" | "dataFolder">): Promise<OpenDatabase> {
  if (databaseUrl !== null) {
    await checkVersion(databaseUrl);
    return { url: databaseUrl, close: () => {} };
  }
  const folder = resolve(dataFolder);
  mkdirSync(folder, { recursive: true });
  const unlock = await lock(join(folder, "starting"));
  try {
    const leave = enter(join(folder, "users"));
    const server = await startEmbeddedServer(folder);
    return {
      url: server.url,
      close() {
        if (leave() === 0) server.stop();
      },
    };
  } finally {
    unlock();
  }
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

async function lock(file: string): Promise<() => void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!isTaken(error)) throw error;
      const holder = readHolder(file);
      if (holder !== null && !isRunning(holder)) rmSync(file, { force: true });
      else await wait(100);
    }
  }
  throw new Error(
    `Another process has been starting the database for a minute; remove ${file} if there is none.`,
  );
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
