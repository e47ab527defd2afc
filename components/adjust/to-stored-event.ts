import type { StoredEvent } from "@/components/editor/editor-client";
import { type DatasetIndex, locateOrigin } from "@/core/record/dataset-index";
import type { DossierEvent, Id } from "@/core/record/record";

/** An event as its form takes it, from what is on the screen: its version is the one that was seen. */
export function toStoredEvent(event: DossierEvent, index: DatasetIndex): StoredEvent {
  const { slug, title, category, version, when, placeRule, isLeg, basisId } = event;
  const toPlace = (id: Id | null) => (id === null ? null : (index.places.get(id) ?? null));
  return {
    ...{ slug, title, category, version, when, placeRule, isLeg },
    place: toPlace(event.placeId),
    origin: toPlace(event.originId),
    participations: event.participations.flatMap(({ actorId, role }) => {
      const actor = index.actors.get(actorId);
      return actor ? [{ actor, role }] : [];
    }),
    citations: event.citations.map((citation) => ({
      ...citation,
      ...locateOrigin(citation, index),
      isBasis: citation.id === basisId,
    })),
  };
}
