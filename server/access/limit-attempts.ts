import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { unlessAway } from "../database-away";
import type { Database } from "../db";

const MOST_FAILURES = 10;
const COUNTED_MS = 15 * 60 * 1000;

/** What an attempt is counted by: the account that it is about and the address that it comes from, both at once. */
export function toAttemptKey(kind: string, account: string, address: string | null): string {
  return createHash("sha256")
    .update(JSON.stringify([kind, account, address]))
    .digest("hex");
}

/**
 * Seconds until another attempt is taken; `null` if it is taken now. It is counted at once as failed, so that many at
 * the same time are not taken for one: `forgetFailures` takes back those of whoever succeeds.
 */
export async function takeAttempt(db: Database, key: string, now: number): Promise<number | null> {
  return unlessAway(() =>
    db.$transaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
      await tx.failedAttempt.deleteMany({ where: { at: { lte: new Date(now - COUNTED_MS) } } });
      const failures = await tx.failedAttempt.findMany({ where: { key }, orderBy: { at: "asc" } });
      const [oldest] = failures;
      if (oldest && failures.length >= MOST_FAILURES) {
        return Math.ceil((oldest.at.getTime() + COUNTED_MS - now) / 1000);
      }
      await tx.failedAttempt.create({ data: { id: uuidv7(), key, at: new Date(now) } });
      return null;
    }),
  );
}

export async function forgetFailures(db: Database, key: string): Promise<void> {
  await unlessAway(() => db.failedAttempt.deleteMany({ where: { key } }));
}
