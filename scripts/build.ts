import { spawnSync } from "node:child_process";
import { cpSync, existsSync, rmSync } from "node:fs";
import { EXTRACTOR, generateExtractor } from "./build-extractor";
import { withLock } from "./lock";
import { runPrisma } from "./prisma";
import { hashFiles, isStamped, putStamp } from "./stamp";

// What the built program is made of; tests and documents do not make it stale.
const SOURCES = [
  "app",
  "components",
  "core",
  "wire",
  "server",
  "state",
  "public",
  "prisma/schema.prisma",
  "next.config.js",
  "package-lock.json",
  "tsconfig.json",
  "proxy.ts",
  "instrumentation.ts",
];
const BUILT = ".next/standalone/server.js";

const LONGEST_BUILD_MS = 15 * 60_000;

/** Makes what `npm start` serves, unless it is there; one process at a time. */
export async function prepareProgram(): Promise<void> {
  // Not in .next, which a build empties.
  await withLock("node_modules/.dateline-build", LONGEST_BUILD_MS, () => {
    generateCode();
    buildProgram();
  });
}

/** Makes what the sources import or start and nobody writes by hand, unless it is there. */
export function generateCode(): void {
  generateClient();
  generateExtractor();
}

/** Generates the Prisma client unless it is there for this schema. */
export function generateClient(): void {
  const stamp = "generated/prisma/.stamp";
  const hash = hashFiles(["prisma/schema.prisma", "package-lock.json"]);
  if (isStamped(stamp, hash)) return;
  const { status, output } = runPrisma(["generate"]);
  if (status !== 0) throw new Error(`The Prisma client could not be generated.\n${output}`);
  putStamp(stamp, hash);
}

/** Builds the program unless it is there for these sources. */
function buildProgram(): void {
  const stamp = ".next/standalone/.stamp";
  const hash = hashFiles(SOURCES);
  if (existsSync(BUILT) && isStamped(stamp, hash)) return;
  process.stderr.write("Building (the first time takes about a minute)…\n");
  rmSync(".next/standalone", { recursive: true, force: true });
  run("The program could not be built.", "node_modules/next/dist/bin/next", ["build"], {
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production",
  });
  cpSync(".next/static", ".next/standalone/.next/static", { recursive: true });
  cpSync("public", ".next/standalone/public", { recursive: true });
  cpSync(EXTRACTOR, `.next/standalone/${EXTRACTOR}`, { recursive: true });
  putStamp(stamp, hash);
}

function run(failure: string, script: string, args: readonly string[], env: Record<string, string>): void {
  const result = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...toPlainEnv(), ...env },
  });
  if (result.status !== 0)
    throw new Error(`${failure}\n${result.stdout ?? ""}${result.stderr ?? result.error}`);
}

// The condition under which our own scripts read server-only code would send a build to the wrong React.
function toPlainEnv(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return env;
}
