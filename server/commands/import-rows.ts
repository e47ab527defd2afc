import type pg from "pg";
import type { RowFault } from "@/core/import/import-row";
import type { Id } from "@/core/record/record";
import type { Day } from "@/core/time/day";
import type { Zone } from "@/core/time/zone";
import { unlessAway } from "../database-away";
import { type ImportCounts, type ImportReport, toNoCounts } from "../import/import-report";
import { ImportWork } from "../import/import-work";
import { lookAhead } from "../import/look-ahead";
import { openBulkClient } from "../import/open-bulk-client";
import { openDossier } from "../import/open-dossier";
import type { ReadRow } from "../import/read-rows";
import { type RejectedRow, toBatches } from "../import/to-batches";

/** What is asked of an import, but for the rows. */
export type ImportOrder = {
  /** Made if there is none of this slug; else added to, and its title and summary stay. */
  readonly dossier: { readonly slug: string; readonly title: string; readonly summary: string };
  /** Together with a row's key the name by which the row is known again. */
  readonly dataset: string;
  readonly format: string;
  readonly fileName: string;
  readonly author: string;
  /** Whose rights were looked at; absent on the command line, which may do everything. */
  readonly permit?: ImportPermit;
  /** Of rows without a place; `null` is the dossier's own, or UTC. */
  readonly zone: Zone | null;
  /** Of rows that say nothing of their publication; `null` is `today`. */
  readonly published: Day | null;
  readonly today: Day;
  /** Whether bad rows are left out; else one of them refuses the whole file. */
  readonly skipsBad: boolean;
  /** Whether to look only. */
  readonly isDryRun: boolean;
};

/** What an account was found to be allowed. */
export type ImportPermit = {
  /** The account that is to own a new dossier; `null` before there are accounts. */
  readonly ownerId: Id | null;
  /** The dossier that may be added to; `null` if it was not there, and may be made. */
  readonly dossierId: Id | null;
};

export type ImportHooks = {
  readonly onProgress?: (counts: Readonly<ImportCounts>) => void;
  readonly onRejected?: (row: RejectedRow) => void | Promise<void>;
  /** Breaks the import off, with nothing written. */
  readonly signal?: AbortSignal;
};

const MOST_FAULTS = 100;

/**
 * Stores the rows of a file in one transaction on one connection: readers see all of them or none. `sha256` is asked
 * for the file's hash once its rows are through. Throws what the file, the database or the signal breaks off with.
 */
export async function importRows(
  url: string,
  order: ImportOrder,
  file: { readonly rows: AsyncIterable<ReadRow>; readonly sha256: () => string },
  hooks: ImportHooks = {},
): Promise<ImportReport> {
  const { signal } = hooks;
  signal?.throwIfAborted();
  const client = await openBulkClient(url);
  // Without its connection the database takes back what was written.
  const breakOff = () => void client.end().catch(() => {});
  signal?.addEventListener("abort", breakOff);
  try {
    return await unlessAway(() => run(client, order, file, hooks));
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", breakOff);
    await client.end().catch(() => {});
  }
}

async function run(
  client: pg.Client,
  order: ImportOrder,
  file: { readonly rows: AsyncIterable<ReadRow>; readonly sha256: () => string },
  hooks: ImportHooks,
): Promise<ImportReport> {
  await client.query("begin");
  const dossier = await openDossier(client, order);
  const work = new ImportWork({ client, dossierId: dossier.id, ...order });
  await work.prepare();
  const counts = toNoCounts();
  const faults: RowFault[] = [];
  const setting = { ...order, zone: order.zone ?? dossier.zone };
  for await (const batch of lookAhead(toBatches(file.rows, setting))) {
    hooks.signal?.throwIfAborted();
    for (const row of batch.rejected) {
      faults.push(...row.faults.slice(0, MOST_FAULTS - faults.length));
      counts.faultCount += row.faults.length;
      await hooks.onRejected?.(row);
    }
    counts.rejected += batch.rejected.length;
    counts.rows += batch.rejected.length + batch.rows.length;
    // After the first bad row the rest is read for its faults alone.
    const isWritten = !order.isDryRun && (order.skipsBad || counts.rejected === 0);
    await work.take(batch, isWritten, counts);
    hooks.onProgress?.(counts);
  }
  const isRefused = counts.rejected > 0 && !order.skipsBad;
  const report = {
    ...counts,
    dossier: { slug: order.dossier.slug, title: dossier.title, isNew: dossier.isNew },
    dataset: order.dataset,
    missing: work.knownBefore - counts.changed - counts.unchanged,
    faults,
  };
  if (isRefused || order.isDryRun) {
    await client.query("rollback");
    return { ...report, outcome: isRefused ? "refused" : "checked" };
  }
  if (counts.added + counts.changed > 0) await work.finish(counts, file.sha256());
  await client.query("commit");
  return { ...report, outcome: "written" };
}
