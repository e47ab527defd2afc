import { spawnSync } from "node:child_process";

export type PrismaRun = { readonly status: number | null; readonly output: string };

/**
 * Runs Prisma's command line without any download. Generating reads no database, yet the command looks for the
 * engine's file, so that any will do; what reads or compares a schema gets our stand-in for the engine.
 */
export function runPrisma(args: readonly string[], databaseUrl: string | null = null): PrismaRun {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/prisma/build/index.js", ...args],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...env,
        ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
        PRISMA_SCHEMA_ENGINE_BINARY: databaseUrl === null ? "package.json" : "scripts/schema-engine.mjs",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  return { status, output: `${stdout ?? ""}${stderr ?? ""}` };
}
