import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

export type Walls = {
  /** Whether no rule is broken; in the form of JSON always `true`, as the findings are in the report. */
  readonly hold: boolean;
  /** What dependency-cruiser says, in the form that was asked for. */
  readonly report: string;
};

const ROOMS = [
  "app",
  "bench",
  "components",
  "core",
  "e2e",
  "prisma",
  "scripts",
  "server",
  "state",
  "test",
  "wire",
];

/** Compares every import below `folder` with the rules of .dependency-cruiser.cjs in it. */
export function checkWalls(folder: string, form: "err-long" | "json" = "err-long"): Walls {
  const modules = resolve("node_modules");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...["--import", resolve("scripts/typescript-6.mjs")],
      join(modules, "dependency-cruiser/bin/dependency-cruise.mjs"),
      ...["--config", ".dependency-cruiser.cjs", "--output-type", form],
      ...ROOMS,
    ],
    { cwd: folder, encoding: "utf8" },
  );
  return { hold: status === 0, report: stdout + stderr };
}
