import type { DossierEvent, Id } from "@/core/record/record";
import type { RevisionKind } from "@/core/record/vocabulary";
import type { Change } from "./change-dossier";
import { whileCounted } from "./store-event";
import { takeEvent } from "./take-event";

/** Deletes an event for as long as nobody restores it. Throws a WriteRefusal. */
export async function hideEvent(change: Change, slug: string, seen: number | null): Promise<void> {
  await hide(change, "hidden", await takeEvent(change, slug, seen), null);
}

/** Hides an event, with all that hangs on it. */
export async function hide(
  change: Change,
  kind: RevisionKind,
  event: DossierEvent,
  mergedIntoId: Id | null,
): Promise<void> {
  const { tx, dossier, author, now, reason, record } = change;
  const { id, slug, version } = event;
  await whileCounted(change, [id], async () => {
    await tx.event.update({
      where: { dossierId_id: { dossierId: dossier.id, id } },
      data: {
        ...{ hiddenAt: new Date(now), hiddenBy: author, hiddenReason: reason, mergedIntoId },
        version: version + 1,
      },
    });
  });
  record({ kind, subject: "event", id, slug, before: event, after: null });
}
