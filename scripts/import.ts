import { setFlagsFromString } from "node:v8";
import { instantToDay } from "@/core/time/day";
import type { Instant } from "@/core/time/instant";
import type { Zone } from "@/core/time/zone";
import { runCommand } from "./command";
import { ArgumentError, parseImportArguments, USAGE } from "./import-arguments";
import { onStop } from "./processes";
import { Progress } from "./progress";

const BAD_ARGUMENTS = 2;
const REFUSED = 3;
const BROKEN_OFF = 130;

// Rows live for a moment, and what is remembered of them is little. Left to itself the engine lets the heap grow to a
// multiple of that before it clears it, the further the busier the machine; clearing earlier costs no time that shows.
setFlagsFromString("--heap-growing-percent=20");

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as Zone;
const today = instantToDay(Date.now() as Instant, zone);
const order = readOrder();

const controller = new AbortController();
onStop(() => controller.abort(new Error("Broken off: nothing was imported.")));

await runCommand(async (url) => {
  // Only now is the generated client sure to be there.
  const { importDataset } = await import("@/server/commands/import-dataset");
  const { reportToWords } = await import("./import-words");
  const progress = new Progress(process.stderr, "rows");
  const started = performance.now();
  try {
    const report = await importDataset(url, order, {
      signal: controller.signal,
      onProgress: ({ rows }, bytesRead, size) => progress.show(rows, bytesRead / size),
    });
    progress.end();
    const seconds = (performance.now() - started) / 1000;
    const words = reportToWords(report, seconds, order.published ?? `today’s, ${today}`);
    (report.outcome === "refused" ? process.stderr : process.stdout).write(words);
    return report.outcome === "refused" ? REFUSED : 0;
  } catch (error) {
    progress.end();
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return controller.signal.aborted ? BROKEN_OFF : error.name === "FileRefusal" ? REFUSED : 1;
  }
});

function readOrder(): ReturnType<typeof parseImportArguments> {
  try {
    return parseImportArguments(process.argv.slice(2), today);
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exit(BAD_ARGUMENTS);
  }
}
