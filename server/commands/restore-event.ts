import type { DossierEvent } from "@/core/record/record";
import type { RevisionKind } from "@/core/record/vocabulary";
import type { Change } from "./change-dossier";
import { whileCounted } from "./store-event";
import { takeHiddenEvent } from "./take-event";
import { toWanted } from "./to-wanted";

/** Brings a deleted event back as it was. Throws a WriteRefusal if a source that it cites is deleted. */
export async function restoreEvent(change: Change, slug: string): Promise<DossierEvent> {
  return show(change, "restored", await takeHiddenEvent(change, slug));
}

/** Shows a hidden event again, in its next version. */
export async function show(change: Change, kind: RevisionKind, hidden: DossierEvent): Promise<DossierEvent> {
  const { tx, dossier, record } = change;
  await toWanted(change, hidden);
  const event = { ...hidden, version: hidden.version + 1 };
  const { id, slug, version } = event;
  await whileCounted(change, [id], async () => {
    await tx.event.update({
      where: { dossierId_id: { dossierId: dossier.id, id } },
      data: { hiddenAt: null, hiddenBy: null, hiddenReason: null, mergedIntoId: null, version },
    });
  });
  record({ kind, subject: "event", id, slug, before: null, after: event });
  return event;
}
