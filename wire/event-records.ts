import type { Actor, Citation, DossierEvent, Passage, Place, Source } from "@/core/record/record";
import { lengthInCodePoints, toCodePointOffset } from "@/core/text/code-points";
import type { Day } from "@/core/time/day";
import type { Instant } from "@/core/time/instant";
import type { When } from "@/core/time/when";
import type { Zone } from "@/core/time/zone";
import type { WireActor, WireCitation, WireEvent, WirePassage, WirePlace, WireSource, WireWhen } from "./api";
import type { Records, Told } from "./records";

/**
 * An event of the public interface as records of a dataset. The interface names things by slug, which stand for the
 * ids; of a source it gives the quoted words only, so that each passage has a text of its own around it.
 */
export function decodeEvent(wire: WireEvent): Told {
  const cited = wire.citations.map(decodeCitation);
  const places = [wire.place, wire.origin].flatMap((place) => (place ? [decodePlace(place)] : []));
  const basis = wire.citations.findIndex(({ isBasis }) => isBasis);
  const event: DossierEvent = {
    id: wire.id,
    slug: wire.slug,
    title: wire.title,
    category: wire.category,
    when: wire.when && decodeWhen(wire.when),
    basisId: cited[basis]?.citation.id ?? null,
    placeId: wire.place?.slug ?? null,
    placeRule: wire.placeRule,
    isLeg: wire.isLeg,
    originId: wire.origin?.slug ?? null,
    participations: wire.participations.map(({ actor, role }) => ({ actorId: actor.slug, role })),
    citations: cited.map(({ citation }) => citation),
    version: wire.version,
  };
  const records: Records = {
    events: [event],
    places,
    actors: wire.participations.map(({ actor }) => decodeActor(actor)),
    passages: cited.map(({ passage }) => passage),
    sources: cited.map(({ source }) => source),
  };
  return { event, status: wire.status, records };
}

function decodeWhen({ edtf, zone, precision, approximate, uncertain, ...bounds }: WireWhen): When {
  return {
    edtf,
    zone: zone as Zone,
    bounds: {
      beginEarliest: bounds.beginEarliest as Instant | null,
      beginLatest: bounds.beginLatest as Instant | null,
      endEarliest: bounds.endEarliest as Instant | null,
      endLatest: bounds.endLatest as Instant | null,
    },
    precision,
    approximate,
    uncertain,
  };
}

function decodeCitation(wire: WireCitation): { citation: Citation; passage: Passage; source: Source } {
  const { id, assertion, timeWords, when, timeRule, placeWords, speaker } = wire;
  const passage = decodePassage(wire.passage);
  return {
    citation: {
      id,
      passageId: passage.id,
      assertion,
      timeWords,
      when: when && decodeWhen(when),
      timeRule,
      placeWords,
      speaker,
    },
    passage,
    source: decodeSource(wire.source, passage),
  };
}

function decodePassage({ slug, sha256, isKept, exact, prefix, suffix }: WirePassage): Passage {
  const start = lengthInCodePoints(prefix);
  return {
    id: slug,
    slug,
    sourceId: slug,
    sourceSha256: sha256,
    isKept,
    start,
    end: toCodePointOffset(start + lengthInCodePoints(exact)),
    exact,
    prefix,
    suffix,
  };
}

function decodeSource(source: WireSource, { id, prefix, exact, suffix }: Passage): Source {
  return {
    ...source,
    id,
    publishedOn: source.publishedOn as Day,
    retrievedOn: source.retrievedOn as Day | null,
    coverage: "excerpts",
    text: prefix + exact + suffix,
  };
}

function decodePlace(place: WirePlace): Place {
  return { ...place, id: place.slug, zone: place.zone as Zone };
}

function decodeActor(actor: WireActor): Actor {
  return { ...actor, id: actor.slug };
}
