import { randomUUID } from "node:crypto";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Instant } from "@/core/time/instant";
import { type BlobName, blobFolder, parseBlobName, toPath } from "./blobs";

/** The names of bytes that nobody has brought since `before`. */
export async function listOldBlobs(before: Instant, folder: string = blobFolder()): Promise<BlobName[]> {
  const found: BlobName[] = [];
  for (const beginning of await list(folder)) {
    for (const rest of await list(join(folder, beginning))) {
      const name = parseBlobName(beginning + rest);
      if (name !== null && (await isOlder(toPath(folder, name), before))) found.push(name);
    }
  }
  return found;
}

/**
 * Removes bytes unless somebody has brought them since `before`; says whether it did. They are taken aside first: who
 * brings them meanwhile finds none, and stores them anew.
 */
export async function removeOldBlob(
  name: BlobName,
  before: Instant,
  folder: string = blobFolder(),
): Promise<boolean> {
  const path = toPath(folder, name);
  const aside = join(dirname(path), `.${randomUUID()}.gone`);
  try {
    await rename(path, aside);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  if (await isOlder(aside, before)) {
    await rm(aside);
    return true;
  }
  await rename(aside, path);
  return false;
}

async function isOlder(path: string, before: Instant): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < before;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
