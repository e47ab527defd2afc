import { runInstalled } from "./install.mjs";

runInstalled("scripts/owner.ts");
