import type { CitationReading, Reading } from "@/core/record/reading";
import type { Actor, Passage, Place, Source } from "@/core/record/record";
import type { When } from "@/core/time/when";
import type { WireActor, WireCitation, WireEvent, WirePassage, WirePlace, WireSource, WireWhen } from "./api";

/** An event as its sources tell it, with what it refers to. */
export type ToldEvent = {
  readonly reading: Reading;
  readonly place: Place | null;
  readonly origin: Place | null;
  readonly participations: readonly { readonly actor: Actor; readonly role: string }[];
};

export function encodeEvent(
  dossier: string,
  { reading, place, origin, participations }: ToldEvent,
): WireEvent {
  const { event, status, when, basisId, citations } = reading;
  return {
    id: event.id,
    slug: event.slug,
    title: event.title,
    category: event.category,
    status,
    when: when && encodeWhen(when),
    place: place && encodePlace(place),
    placeRule: event.placeRule,
    isLeg: event.isLeg,
    origin: origin && encodePlace(origin),
    participations: participations.map(({ actor, role }) => ({ actor: encodeActor(actor), role })),
    citations: citations.map((citation) => encodeCitation(citation, citation.citation.id === basisId)),
    version: event.version,
    page: `/d/${dossier}/e/${event.slug}`,
  };
}

export function encodeWhen({ bounds, edtf, zone, precision, approximate, uncertain }: When): WireWhen {
  return { edtf, zone, ...bounds, precision, approximate, uncertain };
}

export function encodePlace({ id: _, ...place }: Place): WirePlace {
  return place;
}

export function encodeActor({ id: _, ...actor }: Actor): WireActor {
  return actor;
}

export function encodeSource({ id: _, text: __, ...source }: Source): WireSource {
  return source;
}

export function encodePassage({ id: _, sourceId: __, sourceSha256, ...passage }: Passage): WirePassage {
  return { ...passage, sha256: sourceSha256 };
}

function encodeCitation(
  { citation, passage, source, disagrees }: CitationReading,
  isBasis: boolean,
): WireCitation {
  const { id, assertion, timeWords, when, timeRule, placeWords, speaker } = citation;
  return {
    id,
    assertion,
    disagrees,
    isBasis,
    timeWords,
    when: when && encodeWhen(when),
    timeRule,
    placeWords,
    speaker,
    passage: encodePassage(passage),
    source: encodeSource(source),
  };
}
