import { Worker } from "node:worker_threads";
import { DAMAGED, DocumentRefusal } from "./extraction";
import type { ExtractorAnswer, ExtractorTask } from "./extractor-message";
import { readDocument } from "./read-document";

// Documents in, answers out. Whoever asks ends the process after the first: an end of its own could overtake the answer.
const [mostBytes = "", longestMs = ""] = process.argv.slice(2);

// What is unpacked lies outside of the heap that V8 watches, and a parser in a loop hears nothing: only another thread
// can end it, also where nobody is left who would.
const WATCH = `
  const [mostBytes, longestMs] = ${JSON.stringify([Number(mostBytes), Number(longestMs)])};
  const end = () => process.kill(process.pid, "SIGKILL");
  setTimeout(end, longestMs);
  setInterval(() => { if (process.memoryUsage.rss() > mostBytes) end(); }, 20);
`;
new Worker(WATCH, { eval: true }).unref();

// PDF.js drops promises that fail, of damaged files; the reading itself fails too, or does without.
process.on("unhandledRejection", () => {});
process.on("message", async (task) => process.send?.(await answer(task as ExtractorTask)));
process.once("disconnect", () => process.exit(1));

async function answer({ bytes, hint }: ExtractorTask): Promise<ExtractorAnswer> {
  try {
    return { extraction: await readDocument(bytes, hint) };
  } catch (error) {
    if (error instanceof DocumentRefusal) return { refusal: error.message };
    // What a parser throws at damaged bytes is no failure of the program's.
    return { refusal: DAMAGED };
  }
}
