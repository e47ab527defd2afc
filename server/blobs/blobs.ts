import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, utimes } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { loadEnv } from "../env";

/** SHA-256 of bytes in lower-case hexadecimal: the name by which they are kept. */
export type BlobName = string & { readonly __brand: "BlobName" };

/** Reads 64 lower-case hexadecimal digits; `null` for any other text, which never becomes part of a path. */
export function parseBlobName(text: string): BlobName | null {
  return /^[0-9a-f]{64}$/.test(text) ? (text as BlobName) : null;
}

export function toBlobName(bytes: Uint8Array): BlobName {
  return createHash("sha256").update(bytes).digest("hex") as BlobName;
}

/**
 * Keeps bytes for good under the hash of what they are, and resolves to it once they are on the disk. Bytes that are
 * kept already stay as they are; a copy that was damaged meanwhile is replaced.
 */
export async function storeBlob(bytes: Uint8Array, folder: string = blobFolder()): Promise<BlobName> {
  const name = toBlobName(bytes);
  const path = toPath(folder, name);
  const kept = await readIfThere(path);
  if (kept !== null && toBlobName(kept) === name && (await touch(path))) return name;
  const home = dirname(path);
  // The folder above is entered by the embedded database's user too; what is in this one is for the program alone.
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(home, { recursive: true, mode: 0o700 });
  const part = join(home, `.${randomUUID()}.part`);
  try {
    await write(part, bytes);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  for (const changed of [home, dirname(home)]) await settle(changed);
  return name;
}

/** The bytes of this name; `null` if none are kept. Throws a BlobDamaged if they are no longer what their name says. */
export async function loadBlob(name: BlobName, folder: string = blobFolder()): Promise<Buffer | null> {
  const bytes = await readIfThere(toPath(folder, name));
  if (bytes !== null && toBlobName(bytes) !== name) throw new BlobDamaged(name);
  return bytes;
}

/** What is kept under a name is not what was put there. It is never passed on. */
export class BlobDamaged extends Error {
  override readonly name = "BlobDamaged";

  constructor(blob: BlobName) {
    super(
      `Document ${blob}: integrity failed. What is on the disk is not what was stored; restore it from a backup.`,
    );
  }
}

export function blobFolder(): string {
  return join(resolve(loadEnv().dataFolder), "blobs");
}

export function toPath(folder: string, name: BlobName): string {
  return join(folder, name.slice(0, 2), name.slice(2));
}

// What was brought just now is not old, whoever sweeps; gone means that it was swept since it was read.
async function touch(path: string): Promise<boolean> {
  const now = new Date();
  try {
    await utimes(path, now, now);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

// A name is on the disk only when its folder is; Windows has no such thing, and keeps names by itself.
async function settle(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
