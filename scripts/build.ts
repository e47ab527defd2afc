import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { withLock } from "./lock";
import { runPrisma } from "./prisma";

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
    generateClient();
    buildProgram();
  });
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

function hashFiles(paths: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths.flatMap(listFiles)) hash.update(path).update("\0").update(readFileSync(path));
  return hash.digest("hex");
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => listFiles(join(path, name)))
    .filter((file) => !/\.test\.tsx?$/.test(file));
}

function isStamped(stamp: string, hash: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

function putStamp(stamp: string, hash: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
