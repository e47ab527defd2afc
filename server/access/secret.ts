import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadEnv } from "../env";

/**
 * What sessions are signed with: DATELINE_SECRET, or else one that is made on first use and kept beside the data, for
 * this user alone.
 */
export function loadSecret(): string {
  const { secret, dataFolder } = loadEnv();
  if (secret !== null) return secret;
  const folder = resolve(dataFolder);
  // Not "secret": by that name the embedded database keeps its own.
  const file = join(folder, "session-secret");
  if (existsSync(file)) return readFileSync(file, "utf8");
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    // Of two that begin at once one is first, whole; the other reads what it wrote.
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8");
}
