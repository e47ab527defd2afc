import type { DatasetIndex } from "@/core/record/dataset-index";
import type { DossierEvent, Id } from "@/core/record/record";
import { Prisma } from "@/generated/prisma/client";
import type { PassageModel, SourceModel } from "@/generated/prisma/models";
import { rowToPassage, rowToSource } from "../rows/records";
import type { Runner } from "./runner";

/** The passages and sources by which events are told; the texts of the sources are left empty. */
export async function loadTellers(
  run: Runner,
  dossierId: Id,
  events: readonly DossierEvent[],
): Promise<Pick<DatasetIndex, "passages" | "sources">> {
  const ids = events.flatMap(({ citations }) => citations.map(({ passageId }) => passageId));
  const passages = await run.query<PassageModel>(Prisma.sql`
    select * from passage where "dossierId" = ${dossierId}::uuid and id = any(${ids}::uuid[])`);
  const sources = await run.query<SourceModel>(Prisma.sql`
    select * from source
    where "dossierId" = ${dossierId}::uuid and id = any(${passages.map(({ sourceId }) => sourceId)}::uuid[])`);
  return {
    passages: new Map(passages.map((row) => [row.id, rowToPassage(row)])),
    sources: new Map(sources.map((row) => [row.id, rowToSource(row)])),
  };
}
