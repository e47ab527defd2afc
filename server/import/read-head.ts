import { toFileRefusal } from "./file-refusal";
import { openFile } from "./open-file";

const HEAD_BYTES = 64 * 1024;

/** The first text of a file, as much as it takes to see what it is. Throws a FileRefusal if it cannot be read. */
export async function readHead(path: string): Promise<string> {
  const { text } = await openFile(path);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of text as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= HEAD_BYTES) break;
    }
  } catch (error) {
    throw toFileRefusal(error);
  }
  return Buffer.concat(chunks).toString("utf8");
}
