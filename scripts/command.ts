import { loadEnv } from "@/server/env";
import { generateClient } from "./build";
import { openDatabase } from "./database";
import { applyMigrations } from "./migrate";

/** Runs a command-line tool on the program's database, beside a running server or alone; its number is the exit code. */
export async function runCommand(work: (url: string) => Promise<number>): Promise<never> {
  let code = 1;
  try {
    const env = loadEnv();
    generateClient();
    const database = await openDatabase(env);
    try {
      await applyMigrations(database.url);
      code = await work(database.url);
    } finally {
      await database.close();
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  }
  process.exit(code);
}
