import { generateCode } from "./build";
import { onStop } from "./processes";
import { runStage, type Stage, stopStages } from "./stage";

const WITHOUT_BROWSER = "--without-browser";
const NODE_TOOL = ["--import", "tsx", "--conditions=react-server"];

const STAGES: readonly Stage[] = [
  { title: "route types", command: ["node_modules/next/dist/bin/next", "typegen"] },
  { title: "types", command: ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."] },
  { title: "types of the pure core", command: ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "core"] },
  { title: "walls", command: [...NODE_TOOL, "scripts/check-walls.ts"] },
  { title: "lint", command: ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "."] },
  { title: "dead code", command: ["node_modules/knip/bin/knip.js"] },
  { title: "unit tests", command: ["node_modules/vitest/vitest.mjs", "run", "--project", "unit"] },
  { title: "database tests", command: ["node_modules/vitest/vitest.mjs", "run", "--project", "database"] },
  { title: "schema drift", command: [...NODE_TOOL, "scripts/drift.ts"] },
];
const BROWSER_STAGES: readonly Stage[] = [
  { title: "build", command: [...NODE_TOOL, "scripts/build-program.ts"] },
  { title: "browser tests", command: ["node_modules/@playwright/test/cli.js", "test"] },
];

onStop(() => void giveUp());

generateCode();
const stages = process.argv.includes(WITHOUT_BROWSER) ? STAGES : [...STAGES, ...BROWSER_STAGES];
const started = Date.now();
for (const stage of stages) {
  if (!(await runStage(stage))) {
    process.stdout.write(`\n${stage.title}: failed. Nothing after it was run.\n`);
    process.exit(1);
  }
}
process.stdout.write(`\nAll of it passed, in ${Math.round((Date.now() - started) / 1000)} s.\n`);

async function giveUp(): Promise<void> {
  await stopStages();
  process.exit(130);
}
