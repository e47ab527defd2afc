import { type Env, loadEnv } from "@/server/env";
import { prepareProgram } from "./build";
import { openDatabase } from "./database";
import { applyMigrations } from "./migrate";
import { onStop } from "./processes";
import { checkPort, startProgram, toReachable } from "./program";

try {
  const env = loadEnv();
  // Whoever cannot be served should not wait for a build to hear of it.
  await checkPort(env.host, env.port);
  await prepareProgram();
  await serve(env);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

async function serve(env: Env): Promise<void> {
  const asked = new Promise<"asked">((resolve) => onStop(() => resolve("asked")));
  const database = await openDatabase(env);
  try {
    await applyMigrations(database.url);
    // Only now is the generated client sure to be there.
    const { countUncounted } = await import("./count-uncounted");
    await countUncounted(database.url);
    const { seedOnce } = await import("./seed-demo");
    await seedOnce(database.url);
    const { openFirstAccount } = await import("./first-account");
    const token = await openFirstAccount(database.url, env);
    const program = await startProgram(database.url, env.host, env.port);
    const address = `http://${toReachable(env.host)}:${env.port}`;
    process.stdout.write(`Dateline is ready at ${address}\n`);
    if (token !== null) {
      process.stdout.write(`To work with others, make the first account: ${address}/setup#${token}\n`);
    }
    const end = await Promise.race([asked, program.ended, database.keep()]);
    await program.stop();
    if (end instanceof Error) throw end;
    if (end !== "asked") throw new Error(`The server ended by itself, with code ${end}.`);
  } finally {
    await database.close();
  }
}
