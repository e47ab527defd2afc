import type { CodePointOffset } from "../text/code-points";
import type { Day } from "../time/day";
import type { Instant } from "../time/instant";
import type { When } from "../time/when";
import type { Zone } from "../time/zone";
import type { ActorKind, Assertion, Category, Coverage, PlacePrecision } from "./vocabulary";

/** A UUIDv7 in lower case with hyphens. */
export type Id = string;

/** Degrees, WGS84. */
export type LonLat = { readonly lon: number; readonly lat: number };

export type Dossier = {
  readonly id: Id;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** The zone in which the dossier's timeline, window and playhead are shown. */
  readonly zone: Zone;
  readonly opening: Opening | null;
  /** Grows with every change of it, from 1. */
  readonly version: number;
};

/** The view that a dossier opens with when the address asks for none. */
export type Opening = {
  readonly start: Instant;
  readonly end: Instant;
  readonly playhead: Instant;
  readonly map: MapView | null;
};

/** Centre in degrees (WGS84) and Leaflet zoom level. */
export type MapView = LonLat & { readonly zoom: number };

export type Source = {
  readonly id: Id;
  readonly slug: string;
  readonly title: string;
  readonly publisher: string;
  readonly byline: string | null;
  /** BCP 47 tag of the text. */
  readonly language: string;
  readonly url: string | null;
  readonly publishedOn: Day;
  readonly retrievedOn: Day | null;
  readonly coverage: Coverage;
  /** How much of the text those see who may not change it. */
  readonly publishes: Coverage;
  /** As it is now; passages may quote earlier ones. */
  readonly text: string;
  /** SHA-256 of `text` in UTF-8, lower-case hexadecimal. */
  readonly sha256: string;
  /** Grows with every change of it, from 1. */
  readonly version: number;
};

/**
 * A quotation: `exact` is `text.slice(start, end)` of a text of its source, counted in code points (W3C Web Annotation).
 */
export type Passage = {
  readonly id: Id;
  readonly slug: string;
  readonly sourceId: Id;
  /** Of the text that it quotes; where that is not the source's present one, the passage is broken. */
  readonly sourceSha256: string;
  /** Whether somebody decided that it stays with an earlier text. */
  readonly isKept: boolean;
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  readonly exact: string;
  /** Up to 32 code points before and after, as in a TextQuoteSelector. */
  readonly prefix: string;
  readonly suffix: string;
};

export type Place = LonLat & {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly precision: PlacePrecision;
  /** For `region`: how far, in kilometres, the place may lie from its coordinates. */
  readonly radiusKm: number | null;
  readonly geonamesId: number | null;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null;
  readonly zone: Zone;
};

export type Actor = {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly kind: ActorKind;
};

export type Participation = { readonly actorId: Id; readonly role: string };

/** What one passage says of one event. */
export type Citation = {
  readonly id: Id;
  readonly passageId: Id;
  readonly assertion: Assertion;
  /** The words of the passage that give the time, verbatim, the date they resolve to and the rule applied. */
  readonly timeWords: string | null;
  readonly when: When | null;
  readonly timeRule: string | null;
  /** The words of the passage that give the place, verbatim. */
  readonly placeWords: string | null;
  /** Who says so, if the passage attributes it. */
  readonly speaker: string | null;
};

export type DossierEvent = {
  readonly id: Id;
  readonly slug: string;
  readonly title: string;
  readonly category: Category;
  /** The editor's reading of the date; `null` is undated. */
  readonly when: When | null;
  /** The citation on which that reading rests. */
  readonly basisId: Id | null;
  /** Where it happened; for a leg, its destination. */
  readonly placeId: Id | null;
  /** Why the event is put there: "dateline", "named in the passage". */
  readonly placeRule: string | null;
  /** A leg is a journey; its origin may be unstated. */
  readonly isLeg: boolean;
  readonly originId: Id | null;
  readonly participations: readonly Participation[];
  readonly citations: readonly Citation[];
  /** Grows with every change of it, from 1. */
  readonly version: number;
};

/** Everything that a dossier's dashboard shows. */
export type Dataset = {
  readonly dossier: Dossier;
  readonly sources: readonly Source[];
  readonly passages: readonly Passage[];
  readonly places: readonly Place[];
  readonly actors: readonly Actor[];
  /** In time order, then the undated. */
  readonly events: readonly DossierEvent[];
  /** The newest change that is in it; `null` where no history is kept. */
  readonly changeId: Id | null;
};
