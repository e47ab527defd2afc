import { parseArgs } from "node:util";
import { isSlug } from "@/core/record/limits";
import { runCommand } from "./command";
import { toReports } from "./generate-reports";
import { onStop } from "./processes";
import { Progress, toNumber, toSeconds } from "./progress";

const USAGE = `npm run generate -- --events N --seed S --dossier SLUG [--title TEXT]

Fills a new dossier with N events that did not happen, the same for the same seed.
`;
const BAD_ARGUMENTS = 2;
const BROKEN_OFF = 130;

const { events, seed, slug, title } = readArguments();
const controller = new AbortController();
onStop(() => controller.abort(new Error("Broken off: nothing was written.")));

await runCommand(async (url) => {
  // Only now is the generated client sure to be there.
  const { generateEvents } = await import("@/server/commands/generate-events");
  const progress = new Progress(process.stderr, "events");
  const started = performance.now();
  const summary = `${toNumber(events)} events that did not happen, made by the generator from seed ${seed}.`;
  try {
    await generateEvents(
      url,
      { slug, title: title ?? `Generated, ${toNumber(events)} events`, summary },
      toReports(events, seed),
      {
        signal: controller.signal,
        onProgress: (made) => progress.show(made, made / events),
      },
    );
  } catch (error) {
    progress.end();
    if (!controller.signal.aborted) throw error;
    process.stderr.write("Broken off: nothing was written.\n");
    return BROKEN_OFF;
  }
  progress.end();
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `Made ${toNumber(events)} events in ${slug}, in ${toSeconds(seconds)}: ${toNumber(Math.round(events / seconds))} a second.\n`,
  );
  return 0;
});

function readArguments(): { events: number; seed: number; slug: string; title: string | undefined } {
  try {
    const { values } = parseArgs({
      options: {
        events: { type: "string" },
        seed: { type: "string", default: "1" },
        dossier: { type: "string" },
        title: { type: "string" },
      },
    });
    const events = Number(values.events);
    const seed = Number(values.seed);
    if (!Number.isSafeInteger(events) || events < 1)
      throw new Error("--events: expected a number from 1 up.");
    if (!Number.isSafeInteger(seed) || seed < 0) throw new Error("--seed: expected a number from 0 up.");
    if (values.dossier === undefined || !isSlug(values.dossier)) {
      throw new Error("--dossier: expected a slug, lower-case words joined by hyphens.");
    }
    return { events, seed, slug: values.dossier, title: values.title };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exit(BAD_ARGUMENTS);
  }
}
