import { spawn } from "node:child_process";
import { loadEnv } from "@/server/env";
import { generateCode } from "./build";
import { openDatabase } from "./database";
import { applyMigrations } from "./migrate";

// Next's development server on the program's own database.
const env = loadEnv();
generateCode();
const database = await openDatabase(env);
try {
  await applyMigrations(database.url);
  const { seedDemo } = await import("./seed-demo");
  await seedDemo(database.url);
  const { NODE_OPTIONS: _, ...plain } = process.env;
  const next = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "dev", "--hostname", env.host, "--port", String(env.port)],
    { stdio: "inherit", env: { ...plain, DATABASE_URL: database.url, NEXT_TELEMETRY_DISABLED: "1" } },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => next.kill("SIGTERM"));
  await new Promise((resolve) => next.once("exit", resolve));
} finally {
  await database.close();
}
process.exit(0);
