import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkWalls } from "@/scripts/walls";

const USED = `import { used } from "./used";\nexport const value = used;\n`;
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

// A project in which nothing is wrong, and one file for each way of climbing over a wall.
const SOUND = Object.fromEntries(
  ROOMS.flatMap((room) => [
    [`${room}/used.ts`, "export const used = 1;\n"],
    [`${room}/sound.ts`, USED],
  ]),
);
const PLANTED: readonly [rule: string, file: string, text: string][] = [
  ["core-sees-only-its-rooms", "core/room.ts", `export { used } from "@/server/used";\n`],
  ["core-uses-only-its-packages", "core/package.ts", `export { useMemo } from "react";\n`],
  ["core-does-not-use-node", "core/node.ts", `export { join } from "node:path";\n`],
  ["wire-sees-only-its-rooms", "wire/room.ts", `export { used } from "@/state/used";\n`],
  ["server-sees-only-its-rooms", "server/room.ts", `export { used } from "@/components/used";\n`],
  ["server-uses-only-its-packages", "server/package.ts", `export { useMemo } from "react";\n`],
  ["state-sees-only-its-rooms", "state/room.ts", `export { used } from "@/server/used";\n`],
  ["react-in-one-file-of-state", "state/react.ts", `export { useMemo } from "react";\n`],
  ["zod-mini-in-the-browser", "components/zod.ts", `export { used } from "@/wire/heavy";\n`],
  ["components-sees-only-its-rooms", "components/room.ts", `export { used } from "@/server/used";\n`],
  ["components-uses-only-its-packages", "components/package.ts", `export { Pool } from "pg";\n`],
  ["app-uses-only-its-packages", "app/package.ts", `export { Pool } from "pg";\n`],
  ["prisma-sees-only-its-rooms", "prisma/room.ts", `export { used } from "@/server/used";\n`],
  ["program-does-not-see-its-tools", "server/tools.ts", `export { used } from "@/scripts/used";\n`],
  ["no-cycles", "core/a.ts", `import { b } from "./b";\nexport const a = () => b;\n`],
  ["no-orphans", "core/orphan.ts", "export const alone = 1;\n"],
  ["all-imports-resolve", "core/unresolved.ts", `export { used } from "@/core/nowhere";\n`],
];
const HELPERS = {
  "core/b.ts": `import { a } from "./a";\nexport const b = () => a;\n`,
  "wire/heavy.ts": `import { z } from "zod";\nexport const used = z.string();\n`,
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

test("a project that keeps to its rooms passes", () => {
  const { hold, report } = checkWalls(build(SOUND));
  expect(report).toContain("no dependency violations");
  expect(hold).toBe(true);
});

test("whoever climbs over a wall is named", () => {
  const planted = Object.fromEntries(PLANTED.map(([, file, text]) => [file, text]));
  const { report } = checkWalls(build({ ...SOUND, ...planted, ...HELPERS }), "json");
  const { summary } = JSON.parse(report) as {
    summary: { violations: { rule: { name: string }; from: string }[] };
  };
  const found = summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
  expect(found).toEqual(expect.arrayContaining(PLANTED.map(([rule, file]) => `${rule} ${file}`)));
});

test("a type that is imported over a wall is a violation too", () => {
  const folder = build({
    ...SOUND,
    "core/type.ts": `import type { used } from "@/server/used";\nexport type T = typeof used;\n`,
  });
  const { hold, report } = checkWalls(folder);
  expect(report).toContain("core-sees-only-its-rooms: core/type.ts");
  expect(hold).toBe(false);
});

function build(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "dateline-walls-"));
  folders.push(folder);
  for (const name of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"])
    cpSync(name, join(folder, name));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}
