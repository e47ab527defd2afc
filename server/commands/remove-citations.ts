import { toCheckedEvent } from "@/core/record/check-event";
import type { DossierEvent, Id } from "@/core/record/record";
import type { RevisionKind } from "@/core/record/vocabulary";
import type { Change } from "./change-dossier";
import { replaceEvent } from "./replace-event";
import { checkRemaining } from "./take-citation";
import { toBasis, toWanted } from "./to-wanted";

/**
 * Stores an event without some of its citations; its date comes to rest on another that allows it. Throws a FieldError
 * if none does, and a WriteRefusal if no citation would be left.
 */
export async function removeCitations(
  change: Change,
  kind: RevisionKind,
  before: DossierEvent,
  leaving: readonly Id[],
): Promise<DossierEvent> {
  checkRemaining(before, leaving);
  const wanted = await toWanted(change, before);
  const remaining = before.citations.filter(({ id }) => !leaving.includes(id));
  const after = toCheckedEvent(
    "The event",
    {
      ...wanted,
      basis: toBasis(before, remaining),
      citations: wanted.citations.filter(({ id }) => !leaving.includes(id)),
    },
    before,
    change.dossier.zone,
  );
  return replaceEvent(change, kind, before, after);
}
