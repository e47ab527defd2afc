import { runInstalled } from "./install.mjs";

runInstalled("scripts/seed.ts");
