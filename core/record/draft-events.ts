import type { Zone } from "../time/zone";
import { toCheckedEvent, type WantedCitation } from "./check-event";
import type { DraftCitation, DraftEvent } from "./draft";
import type { Actor, DossierEvent, Id, Passage, Place } from "./record";
import { toReferred, toSlugged } from "./slugged";

/** What the events of a draft refer to. */
export type Setting = {
  readonly zone: Zone;
  readonly passages: readonly Passage[];
  readonly places: readonly Place[];
  readonly actors: readonly Actor[];
  readonly newId: () => Id;
};

/**
 * The events of a draft, each with at least one citation and a date that rests on one of them.
 * Throws naming the event that is wrong.
 */
export function toEvents(drafts: readonly DraftEvent[], setting: Setting): DossierEvent[] {
  const passages = bySlug(setting.passages);
  const places = bySlug(setting.places);
  const actors = bySlug(setting.actors);

  return toSlugged("Event", drafts, (draft, name): DossierEvent => {
    const toPlace = (slug: string | undefined) =>
      slug === undefined ? null : toReferred(name, "place", slug, places);
    const citations = draft.citations.map((citation) => {
      const passage = toReferred(name, "passage", citation.passage, passages);
      return toWantedCitation(citation, passage, setting.newId());
    });
    const own = { id: setting.newId(), slug: draft.slug, version: 1 };
    const wanted = {
      title: draft.title,
      category: draft.category,
      when: draft.when ?? null,
      basis: toBasis(name, draft, passages),
      place: toPlace(draft.place),
      placeRule: draft.placeRule ?? null,
      isLeg: draft.isLeg ?? false,
      origin: toPlace(draft.origin),
      participations: (draft.participations ?? []).map(({ actor, role }) => ({
        actor: toReferred(name, "actor", actor, actors),
        role,
      })),
      citations,
    };
    return toCheckedEvent(name, wanted, own, setting.zone);
  });
}

function toWantedCitation(draft: DraftCitation, passage: Passage, id: Id): WantedCitation {
  return {
    id,
    passage,
    assertion: draft.assertion,
    timeWords: draft.timeWords ?? null,
    when: draft.when ?? null,
    timeRule: draft.timeRule ?? null,
    placeWords: draft.placeWords ?? null,
    speaker: draft.speaker ?? null,
  };
}

// A draft names the passage, and by it the citation.
function toBasis(
  name: string,
  { basis, when, citations }: DraftEvent,
  passages: ReadonlyMap<string, Passage>,
): number | null {
  if (basis === undefined || citations.length === 0) return null;
  if (when === undefined) throw new Error(`${name}: it is undated, yet rests on ${basis}.`);
  const { slug } = toReferred(name, "passage", basis, passages);
  const at = citations.findIndex(({ passage }) => passage === slug);
  if (at === -1) throw new Error(`${name}: ${when} rests on ${basis}, which it does not cite.`);
  return at;
}

function bySlug<R extends { readonly slug: string }>(records: readonly R[]): Map<string, R> {
  return new Map(records.map((record) => [record.slug, record]));
}
