import { runInstalled } from "./install.mjs";

runInstalled("scripts/generate.ts");
