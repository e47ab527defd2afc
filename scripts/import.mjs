import { runInstalled } from "./install.mjs";

runInstalled("scripts/import.ts");
