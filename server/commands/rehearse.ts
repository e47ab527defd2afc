import type { Transaction } from "../db";

/**
 * Does what `work` does and takes it back again, so that what it found can be told; nobody hears of it. What it throws
 * takes the whole transaction back.
 */
export async function rehearse<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`savepoint rehearsal`;
  const found = await work();
  await tx.$executeRaw`rollback to savepoint rehearsal`;
  return found;
}
