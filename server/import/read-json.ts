import type { Readable } from "node:stream";
import { FileRefusal, toFileRefusal } from "./file-refusal";

/** The largest JSON file that is read, unpacked: it is parsed whole, and takes several times its size in memory. */
export const LARGEST_JSON_BYTES = 64 * 2 ** 20;

/** Parses a JSON file as a whole. Throws a FileRefusal if it is too large, or no JSON, naming where. */
export async function readJson(text: Readable): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of text as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LARGEST_JSON_BYTES) {
        throw new FileRefusal(
          `The file has more than ${LARGEST_JSON_BYTES / 2 ** 20} MiB of JSON, which is parsed as a whole. Split it, or bring it as CSV.`,
        );
      }
      chunks.push(chunk);
    }
  } catch (error) {
    throw toFileRefusal(error);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch (error) {
    throw new FileRefusal(`The file is no JSON: ${error instanceof Error ? error.message : error}.`);
  }
}
