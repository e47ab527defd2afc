import { DAY, type Instant } from "@/core/time/instant";
import type { BlobName } from "../blobs/blobs";
import { listOldBlobs, removeOldBlob } from "../blobs/sweep-blobs";
import type { Database } from "../db";

/** How long a document that was brought waits for a source to be made of it. */
export const WAITING_MS = 7 * DAY;

// Names that are compared with the sources' by one statement.
const BATCH = 500;

/**
 * Removes the bytes of documents that no source is made of, a week after they were brought, unless one is proposed; says
 * of how many.
 */
export async function purgeDocuments(db: Database, now: Instant, folder?: string): Promise<number> {
  const before = (now - WAITING_MS) as Instant;
  // Whoever makes a source of one right now holds its row: this waits, and then finds the source.
  await db.$executeRaw`
    delete from document
    where at < ${new Date(before)}
      and not exists (select from proposal where proposal.document = sha256 and state = 'open')`;
  const old = await listOldBlobs(before, folder);
  let removed = 0;
  for (let at = 0; at < old.length; at += BATCH) {
    for (const name of await toUnused(db, old.slice(at, at + BATCH))) {
      if (await removeOldBlob(name, before, folder)) removed++;
    }
  }
  return removed;
}

async function toUnused(db: Database, names: readonly BlobName[]): Promise<BlobName[]> {
  const named = { in: [...names] };
  const [texts, brought] = await Promise.all([
    db.sourceText.findMany({ where: { document: named }, select: { document: true } }),
    db.document.findMany({ where: { sha256: named }, select: { sha256: true } }),
  ]);
  const used = new Set<string | null>([
    ...texts.map(({ document }) => document),
    ...brought.map(({ sha256 }) => sha256),
  ]);
  return names.filter((name) => !used.has(name));
}
