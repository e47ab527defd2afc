import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build } from "esbuild";

export type Bundle = {
  /** Names of the pages. */
  readonly pages: readonly string[];
  /** A file by its path, without its first slash; `null` if there is none. */
  readonly read: (path: string) => Buffer | null;
  readonly remove: () => void;
};

const SOURCES = "bench/pages";

/** Builds the contestants' pages, as small as they would be served, into a temporary folder. */
export async function bundlePages(): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-bench-"));
  const files = readdirSync(SOURCES).filter((name) => name.endsWith(".ts"));
  await build({
    entryPoints: files.map((name) => join(SOURCES, name)),
    outdir: folder,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    loader: { ".png": "dataurl" },
    logLevel: "error",
  });
  const built = new Set(readdirSync(folder));
  return {
    pages: files.map((name) => basename(name, ".ts")),
    read: (path) => (built.has(path) ? readFileSync(join(folder, path)) : null),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
