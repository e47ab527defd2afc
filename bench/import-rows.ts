import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { applyMigrations } from "@/scripts/migrate";
import { copyIn, copyOut } from "./bare-copy";
import type { BuiltProgram } from "./built-program";
import { writeUcdpFile } from "./ucdp-file";

/** An import by the command line, and bare COPY of what it wrote. */
export type Importing = {
  readonly rows: number;
  readonly fileBytes: number;
  /** Of the command as a whole, from its start to its end. */
  readonly seconds: number;
  /** The most memory that its process ever held. */
  readonly peakBytes: number;
  readonly bareSeconds: number;
};

const COMMAND = "scripts/import.ts";
const PRELOAD = "./bench/report-peak.ts";

/** Imports a file of so many rows like those of UCDP into one database, and copies what came of it into another. */
export async function measureImport(
  rows: number,
  seed: number,
  make: BuiltProgram["makeDatabase"],
): Promise<Importing> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Also when the benchmark is broken off: these are the largest files that it makes.
  process.once("exit", remove);
  const [own, bare] = [await make(), await make()];
  try {
    const path = join(folder, "ucdp.csv");
    await writeUcdpFile(path, rows, seed);
    for (const { url } of [own, bare]) await applyMigrations(url);
    const imported = await runImport(own.url, path);
    const tables = await copyOut(own.url, folder);
    const bareSeconds = await copyIn(bare.url, tables);
    return { rows, fileBytes: statSync(path).size, ...imported, bareSeconds };
  } finally {
    await own.drop();
    await bare.drop();
    remove();
  }
}

async function runImport(url: string, path: string): Promise<Pick<Importing, "seconds" | "peakBytes">> {
  const words = [path, "--dossier", "bench"];
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [...["--import", "tsx", "--import", PRELOAD, "--conditions=react-server"], COMMAND, ...words],
    { stdio: ["ignore", "ignore", "inherit", "pipe"], env: { ...process.env, DATABASE_URL: url } },
  );
  const [, , , pipe] = child.stdio;
  if (!pipe || !("read" in pipe)) throw new Error(`${COMMAND}: it has no pipe to say its memory on.`);
  const [code, peak] = await Promise.all([
    new Promise<number | null>((resolve) => child.once("exit", resolve)),
    text(pipe),
  ]);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${COMMAND}: exit code ${code}.`);
  return { seconds, peakBytes: Number(peak) };
}
