import type { DatasetIndex } from "@/core/record/dataset-index";
import type { DossierEvent, Id } from "@/core/record/record";
import type { Transaction } from "../db";
import { rowToPassage, rowToSource } from "../rows/records";

/** The passages and sources by which events are told; the texts of the sources are left empty. */
export async function loadTellers(
  tx: Transaction,
  dossierId: Id,
  events: readonly DossierEvent[],
): Promise<Pick<DatasetIndex, "passages" | "sources">> {
  const ids = events.flatMap(({ citations }) => citations.map(({ passageId }) => passageId));
  const rows = await tx.passage.findMany({
    where: { dossierId, id: { in: ids } },
    include: { text: { select: { source: true } } },
  });
  return {
    passages: new Map(rows.map((row) => [row.id, rowToPassage(row)])),
    sources: new Map(rows.map(({ text: { source } }) => [source.id, rowToSource(source)])),
  };
}
