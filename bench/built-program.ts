import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { prepareProgram } from "@/scripts/build";
import { locateFreePort } from "@/scripts/free-port";
import { applyMigrations } from "@/scripts/migrate";
import { startProgram } from "@/scripts/program";
import { createThrowawayDatabase } from "@/scripts/throwaway-database";
import { openThrowawayServer } from "@/scripts/throwaway-server";

/** The built program on a database of its own, for as long as the benchmark runs. */
export type BuiltProgram = {
  /** Without a slash at its end. */
  readonly url: string;
  readonly databaseUrl: string;
  /** Fills a dossier with generated events; says why not if it cannot. */
  readonly generate: (slug: string, events: number, seed: number) => Promise<string | null>;
  readonly close: () => Promise<void>;
};

const GENERATOR = "scripts/generate.ts";

/** Builds and starts the program on a new database that holds the demo dossier. */
export async function openBuiltProgram(): Promise<BuiltProgram> {
  await prepareProgram();
  const server = await openThrowawayServer();
  try {
    const database = await createThrowawayDatabase(server.url);
    await applyMigrations(database.url);
    // The client that it uses is generated above.
    const { seedDemo } = await import("@/scripts/seed-demo");
    await seedDemo(database.url);
    const port = await locateFreePort();
    const program = await startProgram(database.url, "127.0.0.1", port);
    return {
      url: `http://127.0.0.1:${port}`,
      databaseUrl: database.url,
      generate: (slug, events, seed) => generate(database.url, slug, events, seed),
      async close() {
        try {
          await program.stop();
          await database.drop();
        } finally {
          server.close();
        }
      },
    };
  } catch (error) {
    server.close();
    throw error;
  }
}

async function generate(url: string, slug: string, events: number, seed: number): Promise<string | null> {
  if (!existsSync(GENERATOR)) return "there is no generator of load yet";
  const options = ["--events", String(events), "--seed", String(seed), "--dossier", slug];
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", GENERATOR, ...options],
    { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DATABASE_URL: url } },
  );
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return code === 0 ? null : `its dossier could not be generated (exit code ${code})`;
}
