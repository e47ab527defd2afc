import type { DossierEvent, Id } from "@/core/record/record";
import type { RevisionKind } from "@/core/record/vocabulary";
import { Prisma } from "@/generated/prisma/client";
import { countEvents } from "../counts/count-events";
import { loadTellers } from "../counts/load-tellers";
import { toPrismaRunner } from "../counts/runner";
import { tellEvents } from "../counts/tell-events";
import { recordToCitationRow, recordToEventRow } from "../rows/inputs";
import type { Change } from "./change-dossier";

/**
 * Stores an event in place of what it was before (`null`: nothing), with all that follows from it: how it is told, the
 * counts, its history.
 */
export async function storeEvent(
  change: Change,
  kind: RevisionKind,
  before: DossierEvent | null,
  after: DossierEvent,
): Promise<void> {
  const { tx, dossier, record } = change;
  await whileCounted(change, [after.id], async () => {
    await replaceRows(change, before, after);
    const run = toPrismaRunner(tx);
    await tellEvents(run, dossier.id, [after], await loadTellers(run, dossier.id, [after]));
  });
  record({ kind, subject: "event", id: after.id, slug: after.slug, before, after });
}

/** Takes events out of the counts, changes them, and counts them as they are then. */
export async function whileCounted(
  { tx, dossier }: Pick<Change, "tx" | "dossier">,
  ids: readonly Id[],
  work: () => Promise<void>,
): Promise<void> {
  const run = toPrismaRunner(tx);
  const chosen = Prisma.sql`select unnest(${[...ids]}::uuid[])`;
  await countEvents(run, dossier.id, chosen, -1);
  await work();
  await countEvents(run, dossier.id, chosen, 1);
}

async function replaceRows(
  { tx, dossier }: Change,
  before: DossierEvent | null,
  event: DossierEvent,
): Promise<void> {
  const dossierId = dossier.id;
  const { id, basisId, version } = event;
  const where = { dossierId_id: { dossierId, id } };
  // Event and citation need each other: the basis is named last, and let go of first.
  const data = { ...recordToEventRow(dossierId, event), basisId: null, version };
  if (before === null) await tx.event.create({ data });
  else {
    await tx.event.update({ where, data });
    await tx.citation.deleteMany({ where: { dossierId, eventId: id } });
    await tx.participation.deleteMany({ where: { dossierId, eventId: id } });
  }
  await tx.citation.createMany({
    data: event.citations.map((citation) => recordToCitationRow(dossierId, id, citation)),
  });
  await tx.participation.createMany({
    data: event.participations.map((participation, position) => ({
      ...participation,
      ...{ dossierId, eventId: id, position },
    })),
  });
  if (basisId !== null) await tx.event.update({ where, data: { basisId } });
}
