import type { Id } from "@/core/record/record";
import { DAY, type Instant } from "@/core/time/instant";
import type { Database, Transaction } from "../db";
import { type Change, changeDossier } from "./change-dossier";
import { transact } from "./transact";

/** How long what was deleted can be restored. */
export const KEPT_MS = 30 * DAY;

export type Purged = { readonly events: number; readonly sources: number };

/**
 * Removes for good what was deleted more than thirty days before `now`, with all that its history says of it: what is
 * left is a tombstone, and that something was done by whom and when. A source stays while a passage of it is cited.
 */
export async function purgeHidden(db: Database, author: string, now: Instant): Promise<Purged> {
  const hidden = { hiddenAt: { lt: new Date(now - KEPT_MS) } };
  const dossiers = await db.dossier.findMany({
    where: { OR: [{ events: { some: hidden } }, { sources: { some: hidden } }] },
    select: { slug: true },
  });
  let [events, sources] = [0, 0];
  for (const { slug } of dossiers) {
    const { result } = await transact(db, (tx) =>
      changeDossier(tx, slug, { author, authorId: null, now, reason: null }, async (change) => ({
        events: await purgeEvents(change, hidden),
        sources: await purgeSources(change, hidden),
      })),
    );
    events += result.events;
    sources += result.sources;
  }
  return { events, sources };
}

type Hidden = { readonly hiddenAt: { readonly lt: Date } };
type Going = {
  readonly id: Id;
  readonly slug: string;
  readonly hiddenAt: Date | null;
  readonly hiddenBy: string | null;
  readonly hiddenReason: string | null;
  readonly mergedIntoId?: Id | null;
};

async function purgeEvents(change: Change, hidden: Hidden): Promise<number> {
  const { tx, dossier } = change;
  const dossierId = dossier.id;
  const going = await tx.event.findMany({ where: { dossierId, ...hidden } });
  const ids = going.map(({ id }) => id);
  await bury(change, "event", going);
  await tx.event.updateMany({ where: { dossierId, id: { in: ids } }, data: { basisId: null } });
  const own = { dossierId, eventId: { in: ids } };
  await tx.telling.deleteMany({ where: own });
  await tx.participation.deleteMany({ where: own });
  await tx.importRow.deleteMany({ where: own });
  await tx.proposal.deleteMany({
    where: { dossierId, OR: [{ subjectId: { in: ids } }, { resultId: { in: ids } }] },
  });
  await tx.citation.deleteMany({ where: own });
  await tx.event.deleteMany({ where: { dossierId, id: { in: ids } } });
  return ids.length;
}

async function purgeSources(change: Change, hidden: Hidden): Promise<number> {
  const { tx, dossier } = change;
  const dossierId = dossier.id;
  const going = await tx.source.findMany({
    where: {
      ...{ dossierId, ...hidden },
      texts: { none: { passages: { some: { citations: { some: {} } } } } },
    },
    include: { texts: { select: { passages: { select: { id: true } } } } },
  });
  const ids = going.map(({ id }) => id);
  await bury(change, "source", going);
  await forget(
    tx,
    dossierId,
    going.flatMap(({ texts }) => texts.flatMap(({ passages }) => passages.map(({ id }) => id))),
  );
  await tx.proposal.deleteMany({ where: { dossierId, resultId: { in: ids } } });
  await tx.passage.deleteMany({ where: { dossierId, sourceId: { in: ids } } });
  await tx.source.deleteMany({ where: { dossierId, id: { in: ids } } });
  await tx.sourceText.deleteMany({ where: { dossierId, sourceId: { in: ids } } });
  return ids.length;
}

async function bury(
  { tx, dossier, now, author, record }: Change,
  subject: "event" | "source",
  going: readonly Going[],
): Promise<void> {
  const dossierId = dossier.id;
  await forget(
    tx,
    dossierId,
    going.map(({ id }) => id),
  );
  await tx.tombstone.createMany({
    data: going.map(({ id, slug, hiddenAt, hiddenBy, hiddenReason, mergedIntoId = null }) => ({
      ...{ dossierId, subjectKind: subject, slug, subjectId: id, hiddenReason, mergedIntoId },
      ...{ hiddenAt: hiddenAt ?? new Date(now), hiddenBy: hiddenBy ?? author, purgedAt: new Date(now) },
    })),
  });
  for (const { id, slug } of going) record({ kind: "purged", subject, id, slug, before: null, after: null });
}

// The one place where a history is written over: what was deleted for good must not be read there.
async function forget(tx: Transaction, dossierId: Id, subjects: readonly Id[]): Promise<void> {
  await tx.revision.updateMany({
    where: { dossierId, subjectId: { in: [...subjects] } },
    data: { change: { purged: true } },
  });
}
