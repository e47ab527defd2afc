import { spawn } from "node:child_process";
import { prepareProgram } from "@/scripts/build";
import { locateFreePort } from "@/scripts/free-port";
import { applyMigrations } from "@/scripts/migrate";
import { startProgram } from "@/scripts/program";
import { createThrowawayDatabase, type ThrowawayDatabase } from "@/scripts/throwaway-database";
import { openThrowawayServer } from "@/scripts/throwaway-server";

/** The built program on a database of its own, for as long as the benchmark runs. */
export type BuiltProgram = {
  /** Without a slash at its end. */
  readonly url: string;
  readonly databaseUrl: string;
  /** Whether a dossier has so many events. */
  readonly holds: (slug: string, events: number) => Promise<boolean>;
  /** Fills a dossier with generated events; says why not if it cannot. */
  readonly generate: (slug: string, events: number, seed: number) => Promise<string | null>;
  /** Makes an empty database on the same server; it goes with the program, unless it was dropped before. */
  readonly makeDatabase: () => Promise<ThrowawayDatabase>;
  readonly close: () => Promise<void>;
};

const GENERATOR = "scripts/generate.ts";

// A database that is named here is kept, with what it holds, for the next run.
const KEPT = "BENCH_DATABASE_URL";

/** Builds and starts the program on a database that holds the demo dossier: a new one, or the one that is kept. */
export async function openBuiltProgram(): Promise<BuiltProgram> {
  await prepareProgram();
  const kept = process.env[KEPT];
  if (kept !== undefined) return openOn(kept, async () => {});
  const server = await openThrowawayServer();
  try {
    const database = await createThrowawayDatabase(server.url);
    return await openOn(database.url, async () => {
      await database.drop();
      server.close();
    });
  } catch (error) {
    server.close();
    throw error;
  }
}

async function openOn(databaseUrl: string, leave: () => Promise<void>): Promise<BuiltProgram> {
  await applyMigrations(databaseUrl);
  // The client that it uses is generated above.
  const { seedDemo } = await import("@/scripts/seed-demo");
  await seedDemo(databaseUrl);
  const port = await locateFreePort();
  const program = await startProgram(databaseUrl, "127.0.0.1", port);
  const made: ThrowawayDatabase[] = [];
  return {
    url: `http://127.0.0.1:${port}`,
    databaseUrl,
    holds: (slug, events) => isThere(databaseUrl, slug, events),
    generate: (slug, events, seed) => generate(databaseUrl, slug, events, seed),
    async makeDatabase() {
      const database = await createThrowawayDatabase(databaseUrl);
      made.push(database);
      return database;
    },
    async close() {
      await program.stop();
      for (const { drop } of made) await drop();
      await leave();
    },
  };
}

async function generate(url: string, slug: string, events: number, seed: number): Promise<string | null> {
  if (await isThere(url, slug, events)) return null;
  const options = ["--events", String(events), "--seed", String(seed), "--dossier", slug];
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", GENERATOR, ...options],
    { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DATABASE_URL: url } },
  );
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return code === 0 ? null : `its dossier could not be generated (exit code ${code})`;
}

async function isThere(url: string, slug: string, events: number): Promise<boolean> {
  const { createDatabase } = await import("@/server/db");
  const { loadTally } = await import("@/server/queries/load-tally");
  const db = createDatabase(url);
  try {
    return (await loadTally(slug, db))?.events === events;
  } finally {
    await db.$disconnect();
  }
}
