import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { Id } from "@/core/record/record";
import type { WireUpload } from "@/wire/import";
import { FileRefusal } from "./file-refusal";

/** The largest file that the page takes; larger ones are for the command line, which reads them where they are. */
export const LARGEST_UPLOAD_BYTES = 2 * 2 ** 30;
// What was brought and never imported goes when the next is brought.
const LONGEST_KEPT_MS = 24 * 60 * 60 * 1000;
const LONGEST_NAME = 200;

const folder = join(tmpdir(), `dateline-uploads-${process.getuid?.() ?? "user"}`);

/** A file that was brought, and by which account; `null` before there are accounts. */
type Kept = WireUpload & { readonly userId: Id | null };

/** Keeps a file as it comes in. Throws a FileRefusal if it is too large; what was broken off leaves nothing. */
export async function keepUpload(
  body: ReadableStream<Uint8Array>,
  name: string,
  userId: Id | null,
): Promise<WireUpload> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await sweep();
  const id = randomUUID();
  const limit = new Limit();
  try {
    await pipeline(Readable.fromWeb(body), limit, createWriteStream(toPath(id), { mode: 0o600 }));
    const upload = { id, name: toPlainName(name), size: limit.bytes };
    const kept: Kept = { ...upload, userId };
    await writeFile(`${toPath(id)}.json`, JSON.stringify(kept), { mode: 0o600 });
    return upload;
  } catch (error) {
    await rm(toPath(id), { force: true });
    throw error;
  }
}

/** A file that this account brought, with where it is; `null` if there is none of this id. */
export async function locateUpload(
  id: string,
  userId: Id | null,
): Promise<(WireUpload & { readonly path: string }) | null> {
  if (!isId(id)) return null;
  try {
    const kept: Kept = JSON.parse(await readFile(`${toPath(id)}.json`, "utf8"));
    return kept.userId === userId ? { ...kept, path: toPath(id) } : null;
  } catch {
    return null;
  }
}

/** Where the rows of a file are kept that its import left out. */
export function toRejectsPath(id: string, userId: Id | null): string {
  // Whose they are stands in the name: the file that they are of is gone by the time they are asked for.
  return `${toPath(id)}.${userId ?? "editor"}.rejects.csv`;
}

/** The rows that the import of a file left out, as bytes of a table; `null` if there are none any more. */
export async function openRejects(
  id: string,
  userId: Id | null,
): Promise<{ rows: Readable; size: number } | null> {
  if (!isId(id)) return null;
  const kept = await stat(toRejectsPath(id, userId)).catch(() => null);
  return kept && { rows: createReadStream(toRejectsPath(id, userId)), size: kept.size };
}

/** Lets go of a file; what its import left out stays for a day. */
export async function removeUpload(id: string): Promise<void> {
  await rm(toPath(id), { force: true });
  await rm(`${toPath(id)}.json`, { force: true });
}

async function sweep(): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const kept = await stat(path).catch(() => null);
    if (kept && Date.now() - kept.mtimeMs > LONGEST_KEPT_MS) await rm(path, { force: true });
  }
}

function isId(id: string): boolean {
  return /^[0-9a-f-]{36}$/.test(id);
}

function toPath(id: string): string {
  return join(folder, id);
}

// Only its last part, and nothing that a terminal or a page would obey.
function toPlainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(/\p{Cc}+/gu, " ").trim();
  return plain.slice(0, LONGEST_NAME) || "file";
}

class Limit extends Transform {
  bytes = 0;

  override _transform(
    chunk: Buffer,
    _: BufferEncoding,
    done: (error: Error | null, data?: Buffer) => void,
  ): void {
    this.bytes += chunk.length;
    if (this.bytes <= LARGEST_UPLOAD_BYTES) return done(null, chunk);
    const gibibytes = LARGEST_UPLOAD_BYTES / 2 ** 30;
    done(new FileRefusal(`The file is larger than ${gibibytes} GiB; import it by the command line.`));
  }
}
