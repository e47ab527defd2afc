import { runInstalled } from "./install.mjs";

runInstalled("scripts/test.ts");
