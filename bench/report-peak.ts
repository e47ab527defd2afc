import { existsSync, readFileSync, writeSync } from "node:fs";

// Loaded into a process that the benchmark starts, which reads this pipe.
const PIPE = 3;
const STATUS = "/proc/self/status";

process.on("exit", () => writeSync(PIPE, String(toPeakBytes())));

// What the system counts for getrusage begins with the size of the parent; Linux tells the process's own peak as well.
function toPeakBytes(): number {
  const own = existsSync(STATUS) ? /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(STATUS, "utf8"))?.[1] : undefined;
  return 1024 * (own === undefined ? process.resourceUsage().maxRSS : Number(own));
}
