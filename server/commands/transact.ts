import { unlessAway } from "../database-away";
import type { Database, Transaction } from "../db";

// A change waits for others of its dossier, and an import may hold that for as long; it only ends what hangs.
const LONGEST_MS = 20_000;

/** Runs a write, whole or not at all. */
export function transact<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return unlessAway(() => db.$transaction(work, { timeout: LONGEST_MS }));
}
