import { spawn } from "node:child_process";
import { join } from "node:path";
import { DAMAGED, DocumentRefusal, type Extraction, type Hint } from "./extraction";
import type { ExtractorAnswer, ExtractorTask } from "./extractor-message";

/** What reading one document may take; more, and the document is refused. */
export type ExtractionLimits = {
  readonly longestMs: number;
  readonly heapMb: number;
  readonly residentMb: number;
};

// A bomb of 300 MB is through in 3 s, and the longest reports in less. The process is 100 MB before it reads anything.
const LIMITS: ExtractionLimits = { longestMs: 30_000, heapMb: 512, residentMb: 1024 };
// Where the process did not end itself.
const GRACE_MS = 2000;
const MOST_WAITING = 16;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * The text of a document and what it says of itself. Foreign bytes are read in a process of their own with limits of
 * time and memory, one document at a time: a thread would not do, since V8 ends the whole process where a thread's heap
 * has no room for one large object. Throws a DocumentRefusal with the reason if there is no text to be had, and a
 * TooBusy if many documents wait already.
 */
export async function extractDocument(
  bytes: Uint8Array,
  hint: Hint = {},
  limits: ExtractionLimits = LIMITS,
): Promise<Extraction> {
  if (waiting >= MOST_WAITING) throw new TooBusy("Many documents are being read; try again in a moment.");
  waiting++;
  const answer = last.then(() => runExtractor({ bytes, hint }, limits));
  last = answer.catch(() => {});
  try {
    return await answer;
  } finally {
    waiting--;
  }
}

export class TooBusy extends Error {
  override readonly name = "TooBusy";
}

function runExtractor(task: ExtractorTask, limits: ExtractionLimits): Promise<Extraction> {
  const { longestMs } = limits;
  // Not by `fork`, whose first argument the bundler of the server would take into the server.
  const child = spawn(process.execPath, toArguments(limits), {
    // Nothing of the program's own, neither its settings nor its flags, is for whoever wrote the document.
    env: toBareEnv(),
    // Sends bytes as bytes.
    serialization: "advanced",
    // What parsers have to say of a document is not for the log.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const started = performance.now();
  const timer = setTimeout(() => child.kill("SIGKILL"), longestMs + GRACE_MS);
  return new Promise<Extraction>((resolve, reject) => {
    child.once("message", (answer: ExtractorAnswer) => {
      if ("extraction" in answer) resolve(answer.extraction);
      else reject(new DocumentRefusal(answer.refusal));
    });
    child.once("error", reject);
    child.once("exit", (_, signal) => {
      if (signal === null) return reject(new DocumentRefusal(DAMAGED));
      // By its own watch, or by V8 at the end of its heap.
      const isLate = performance.now() - started >= longestMs;
      reject(
        new DocumentRefusal(
          isLate ? `Reading the document takes longer than ${longestMs / 1000} s.` : TOO_LARGE,
        ),
      );
    });
    child.send(task, (error) => error && reject(error));
  }).finally(() => {
    clearTimeout(timer);
    child.kill("SIGKILL");
  });
}

const TOO_LARGE = "Reading the document takes more memory than is allowed; it may be made to do so.";

// The built program, the development server and the tests all run in a folder that holds it.
function toArguments({ longestMs, heapMb, residentMb }: ExtractionLimits): string[] {
  const program = join(process.cwd(), "generated", "extractor", "extractor.mjs");
  return [`--max-old-space-size=${heapMb}`, program, String(residentMb * 2 ** 20), String(longestMs)];
}

// Windows starts no process without it.
function toBareEnv(): NodeJS.ProcessEnv {
  const { NODE_ENV = "production", SystemRoot } = process.env;
  return { NODE_ENV, ...(SystemRoot === undefined ? {} : { SystemRoot }) };
}
