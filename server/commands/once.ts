import { DAY, type Instant } from "@/core/time/instant";
import type { Transaction } from "../db";
import { WriteRefusal } from "./write-refusal";

/** The answer to a write, as it is kept for whoever sends the same again. */
export type Answer = {
  readonly status: number;
  readonly location: string | null;
  /** `null` where nothing was changed. */
  readonly changeId: string | null;
  /** JSON. */
  readonly body: string;
};

/**
 * By what a request is known again: the key of its author, who is named by the id of an account if there is one, and
 * the hash of all that it asks for. */
export type Repetition = {
  readonly author: string;
  readonly key: string;
  readonly digest: string;
  readonly now: Instant;
};

const KEPT_MS = DAY;

/**
 * Does a write the first time that a key is sent, and gives the same answer to whoever sends it again within a day; two
 * at once wait for each other. Throws a WriteRefusal if the key was used for something else.
 */
export async function once(
  tx: Transaction,
  { author, key, digest, now }: Repetition,
  work: () => Promise<Answer>,
): Promise<Answer> {
  await tx.keptAnswer.deleteMany({ where: { at: { lt: new Date(now - KEPT_MS) } } });
  // Who comes second waits here until the first is done, or has failed.
  const claimed = await tx.$executeRaw`
    insert into kept_answer (author, key, digest, at, status, body)
    values (${author}, ${key}, ${digest}, ${new Date(now)}, 0, '')
    on conflict do nothing`;
  const where = { author_key: { author, key } };
  if (claimed === 1) {
    const answer = await work();
    await tx.keptAnswer.update({ where, data: answer });
    return answer;
  }
  const kept = await tx.keptAnswer.findUniqueOrThrow({ where });
  if (kept.digest !== digest) {
    throw new WriteRefusal("invalid", "This key was sent before, with another request.", "Idempotency-Key");
  }
  const { status, location, changeId, body } = kept;
  return { status, location, changeId, body };
}
