import type { Id, MapView } from "./record";
import type { ActorKind, Assertion, Category, Coverage, PlacePrecision } from "./vocabulary";

/** A dossier as a person writes it down: slugs instead of ids, quotations instead of offsets, EDTF instead of bounds. */
export type Draft = {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** IANA zone of the timeline, and of every date that has no place. */
  readonly zone: string;
  readonly opening?: DraftOpening;
  readonly sources: readonly DraftSource[];
  readonly places: readonly DraftPlace[];
  readonly actors: readonly DraftActor[];
  readonly events: readonly DraftEvent[];
};

/** `from` and `to` are days, both shown in full; `playhead` is a local `YYYY-MM-DDThh:mm`. */
export type DraftOpening = {
  readonly from: string;
  readonly to: string;
  readonly playhead: string;
  readonly map?: MapView;
};

export type DraftSource = {
  readonly slug: string;
  readonly title: string;
  readonly publisher: string;
  readonly byline?: string;
  readonly language: string;
  readonly url?: string;
  readonly publishedOn: string;
  readonly retrievedOn?: string;
  readonly coverage: Coverage;
  readonly text: string;
  readonly passages: readonly DraftPassage[];
};

/** `occurrence` counts from 1 and is needed where the words stand more than once in the text. */
export type DraftPassage = { readonly slug: string; readonly exact: string; readonly occurrence?: number };

export type DraftPlace = {
  readonly slug: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly precision: PlacePrecision;
  readonly radiusKm?: number;
  readonly geonamesId?: number;
  readonly countryCode?: string;
  readonly zone: string;
};

export type DraftActor = { readonly slug: string; readonly name: string; readonly kind: ActorKind };

export type DraftEvent = {
  readonly slug: string;
  readonly title: string;
  readonly category: Category;
  /** EDTF, read at the place; absent is undated. */
  readonly when?: string;
  /** The passage whose citation `when` rests on. */
  readonly basis?: string;
  readonly place?: string;
  readonly placeRule?: string;
  readonly isLeg?: boolean;
  readonly origin?: string;
  readonly participations?: readonly { readonly actor: string; readonly role: string }[];
  readonly citations: readonly DraftCitation[];
};

export type DraftCitation = {
  readonly passage: string;
  readonly assertion: Assertion;
  readonly timeWords?: string;
  readonly when?: string;
  readonly timeRule?: string;
  readonly placeWords?: string;
  readonly speaker?: string;
};

/** What a dataset needs from outside: ids that sort by age, and SHA-256 in lower-case hexadecimal. */
export type Making = {
  readonly newId: () => Id;
  readonly sha256: (text: string) => string;
};
