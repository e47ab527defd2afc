import { loadEnv } from "@/server/env";
import { buildProgram, generateClient } from "./build";
import { openDatabase } from "./database";
import { applyMigrations } from "./migrate";
import { startProgram, toReachable } from "./program";

try {
  const env = loadEnv();
  generateClient();
  buildProgram();
  const database = await openDatabase(env);
  try {
    const applied = await applyMigrations(database.url);
    if (applied.length > 0) await seedIfEmpty(database.url);
    const program = await startProgram(database.url, env.host, env.port);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void program.stop());
    process.stdout.write(`Dateline is ready at http://${toReachable(env.host)}:${env.port}\n`);
    await program.ended;
  } finally {
    database.close();
  }
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

// Only a database that had no tables yet is given the demo: a dossier that was removed on purpose stays away.
async function seedIfEmpty(url: string): Promise<void> {
  const { seedDemo } = await import("./seed-demo");
  await seedDemo(url);
}
