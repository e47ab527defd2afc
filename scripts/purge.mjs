import { runInstalled } from "./install.mjs";

runInstalled("scripts/purge.ts");
