import { uuidv7 } from "uuidv7";
import { toCheckedEvent, type WantedCitation, type WantedEvent } from "@/core/record/check-event";
import type { DossierEvent } from "@/core/record/record";
import type { RevisionKind } from "@/core/record/vocabulary";
import type { Change } from "./change-dossier";
import { replaceEvent } from "./replace-event";
import { toWanted } from "./to-wanted";

/**
 * Stores an event with copies of another event's citations, under ids of their own, and with those who took part in
 * it. A passage that it cites already is left as it is. Dates are read anew at the event's place. `finish` says what
 * else becomes of it.
 */
export async function addCitations(
  change: Change,
  kind: RevisionKind,
  before: DossierEvent,
  citations: readonly WantedCitation[],
  participations: DossierEvent["participations"] = [],
  finish: (wanted: WantedEvent) => WantedEvent = (wanted) => wanted,
): Promise<DossierEvent> {
  const cited = new Set(before.citations.map(({ passageId }) => passageId));
  const known = new Set(before.participations.map(({ actorId }) => actorId));
  const more = participations.filter(({ actorId }) => !known.has(actorId));
  const wanted = await toWanted(change, { ...before, participations: [...before.participations, ...more] });
  const copies = citations
    .filter(({ passage }) => !cited.has(passage.id))
    .map((citation) => ({ ...citation, id: uuidv7() }));
  const after = toCheckedEvent(
    "The event",
    finish({ ...wanted, citations: [...wanted.citations, ...copies] }),
    before,
    change.dossier.zone,
  );
  return replaceEvent(change, kind, before, after);
}
