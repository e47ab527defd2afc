import { countDossier } from "@/server/counts/count-dossier";
import { toPrismaRunner } from "@/server/counts/runner";
import { settleStale } from "@/server/counts/settle-stale";
import { createDatabase } from "@/server/db";
import { loadDataset } from "@/server/queries/load-dataset";
import { loadUncounted } from "@/server/queries/load-tally";

// Far above what counting a dossier takes that was read whole; it only ends a transaction that hangs.
const LONGEST_MS = 60_000;

/** Counts the dossiers that were written before there was anything to count with. */
export async function countUncounted(url: string): Promise<void> {
  const db = createDatabase(url);
  try {
    for (const { slug } of await loadUncounted(db)) {
      const dataset = await loadDataset(slug, db);
      if (!dataset) continue;
      await db.$transaction((tx) => countDossier(toPrismaRunner(tx), dataset), { timeout: LONGEST_MS });
    }
    // The program may have ended between a change of a large dossier and its cube.
    await settleStale(url);
  } finally {
    await db.$disconnect();
  }
}
