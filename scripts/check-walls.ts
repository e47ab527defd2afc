import { checkWalls } from "./walls";

const { hold, report } = checkWalls(".");
process.stdout.write(report);
process.exitCode = hold ? 0 : 1;
