import { expect } from "vitest";
import { toDatasetIndex } from "@/core/record/dataset-index";
import { toReading } from "@/core/record/reading";
import { Prisma } from "@/generated/prisma/client";
import { countEvents } from "@/server/counts/count-events";
import { toPrismaRunner } from "@/server/counts/runner";
import { settleCounts } from "@/server/counts/settle-counts";
import type { Database, Transaction } from "@/server/db";
import { auditPassages } from "@/server/queries/audit-passages";
import { loadDataset } from "@/server/queries/load-dataset";

/** Whether all that has to hold of a dossier does, whatever was done to it. */
export async function auditNewsroom(db: Database, slug: string): Promise<void> {
  expect(await auditPassages(db)).toBeNull();
  const dataset = await loadDataset(slug, db);
  if (!dataset) throw new Error(`There is no dossier ${slug}.`);
  const index = toDatasetIndex(dataset);
  for (const event of dataset.events) {
    const stored = await db.event.findFirstOrThrow({ where: { id: event.id } });
    const reading = toReading(event, index, null);
    expect([event.slug, stored.status]).toEqual([event.slug, reading?.status]);
    expect(event.citations.length).toBeGreaterThan(0);
    expect(event.when === null).toBe(event.basisId === null);
    const wording = event.citations.map(({ passageId }) => index.passages.get(passageId)?.exact).join("\n");
    expect(stored.wording).toBe(wording);
  }
  const { id } = dataset.dossier;
  const kept = await loadCounts(db, id);
  expect(kept).toEqual(await recount(db, id));
  const [history] = await db.$queryRaw<{ unsaid: number }[]>`
    select count(*)::int as unsaid from event
    where "dossierId" = ${id}::uuid and version <> (
      select count(*) from revision
      where revision."dossierId" = event."dossierId" and revision."subjectId" = event.id)`;
  expect(history).toEqual({ unsaid: 0 });
}

/** The counts as they would be had nothing been counted before; nothing is changed. */
async function recount(db: Database, id: string): Promise<unknown> {
  const undone = new Error("Undone.");
  let counts: unknown;
  await db
    .$transaction(async (tx) => {
      const where = { dossierId: id };
      await tx.rollup.deleteMany({ where });
      await tx.facet.deleteMany({ where });
      await tx.tally.deleteMany({ where });
      const run = toPrismaRunner(tx);
      await countEvents(run, id, Prisma.sql`select id from event where "dossierId" = ${id}::uuid`, 1);
      await settleCounts(run, id);
      counts = await loadCounts(tx, id);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return counts;
}

async function loadCounts(tx: Transaction, dossierId: string): Promise<unknown> {
  const where = { dossierId };
  const { version: _, ...tally } = await tx.tally.findUniqueOrThrow({ where });
  const order = [{ grain: "asc" }, { level: "asc" }, { bin: "asc" }, { category: "asc" }] as const;
  return {
    tally,
    facets: await tx.facet.findMany({ where, orderBy: [{ facet: "asc" }, { value: "asc" }] }),
    rollups: await tx.rollup.findMany({ where, orderBy: [...order] }),
    columns: await tx.cubeColumn.findMany({ where, orderBy: { position: "asc" } }),
    rows: await tx.cubeRow.findMany({ where, orderBy: { edge: "asc" } }),
  };
}
