import type {
  Actor,
  Citation,
  Dossier,
  DossierEvent,
  MapView,
  Passage,
  Place,
  Source,
} from "@/core/record/record";
import { ACTOR_KINDS, ASSERTIONS, CATEGORIES, COVERAGES, PLACE_PRECISIONS } from "@/core/record/vocabulary";
import type { CodePointOffset } from "@/core/text/code-points";
import type { Day } from "@/core/time/day";
import type { Instant } from "@/core/time/instant";
import type { Zone } from "@/core/time/zone";
import type {
  ActorModel,
  CitationModel,
  DossierModel,
  EventModel,
  ParticipationModel,
  PassageModel,
  PlaceModel,
  SourceModel,
} from "@/generated/prisma/models";
import { toMember } from "./member";
import { columnsToWhen } from "./when-columns";

// Brands are given back here without a second check: the commands wrote nothing unchecked, and the database's own
// checks stand behind them.

export function rowToDossier(row: DossierModel): Dossier {
  const { id, slug, title, summary, zone, openingStart, openingEnd, openingPlayhead } = row;
  const opening =
    openingStart === null || openingEnd === null || openingPlayhead === null
      ? null
      : {
          start: Number(openingStart) as Instant,
          end: Number(openingEnd) as Instant,
          playhead: Number(openingPlayhead) as Instant,
          map: rowToMapView(row),
        };
  return { id, slug, title, summary, zone: zone as Zone, opening, version: row.version };
}

/** `text` is left empty where nobody reads it. */
export function rowToSource(row: SourceModel, text = ""): Source {
  const { id, slug, title, publisher, byline, language, url, sha256, version } = row;
  return {
    ...{ id, slug, title, publisher, byline, language, url },
    publishedOn: row.publishedOn as Day,
    retrievedOn: row.retrievedOn as Day | null,
    coverage: toMember("source.coverage", COVERAGES, row.coverage),
    publishes: toMember("source.publishes", COVERAGES, row.publishes),
    ...{ text, sha256, version },
  };
}

export function rowToPassage(row: PassageModel): Passage {
  const { id, slug, sourceId, sourceSha256, isKept, start, end, exact, prefix, suffix } = row;
  return {
    ...{ id, slug, sourceId, sourceSha256, isKept },
    start: start as CodePointOffset,
    end: end as CodePointOffset,
    exact,
    prefix,
    suffix,
  };
}

export function rowToPlace({ dossierId: _, worldX: __, worldY: ___, ...row }: PlaceModel): Place {
  return {
    ...row,
    zone: row.zone as Zone,
    precision: toMember("place.precision", PLACE_PRECISIONS, row.precision),
  };
}

export function rowToActor({ id, slug, name, kind }: ActorModel): Actor {
  return { id, slug, name, kind: toMember("actor.kind", ACTOR_KINDS, kind) };
}

export type EventRow = Omit<EventModel, "orderKey"> & {
  readonly participations: readonly ParticipationModel[];
  readonly citations: readonly CitationModel[];
};

export function rowToEvent(row: EventRow): DossierEvent {
  const { id, slug, title, category, basisId, placeId, placeRule, isLeg, originId } = row;
  return {
    id,
    slug,
    title,
    category: toMember("event.category", CATEGORIES, category),
    when: columnsToWhen(row),
    basisId,
    placeId,
    placeRule,
    isLeg,
    originId,
    participations: row.participations.map(({ actorId, role }) => ({ actorId, role })),
    citations: row.citations.map(rowToCitation),
    version: row.version,
  };
}

function rowToCitation(row: CitationModel): Citation {
  const { id, passageId, assertion, timeWords, timeRule, placeWords, speaker } = row;
  return {
    id,
    passageId,
    assertion: toMember("citation.assertion", ASSERTIONS, assertion),
    timeWords,
    when: columnsToWhen(row),
    timeRule,
    placeWords,
    speaker,
  };
}

function rowToMapView({ openingLon, openingLat, openingZoom }: DossierModel): MapView | null {
  if (openingLon === null || openingLat === null || openingZoom === null) return null;
  return { lon: openingLon, lat: openingLat, zoom: openingZoom };
}
