import { runInstalled } from "./install.mjs";

runInstalled("scripts/serve.ts");
