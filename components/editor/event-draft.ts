import type { Place } from "@/core/record/record";
import type { ActorKind, Assertion, Category, PlacePrecision } from "@/core/record/vocabulary";
import type { SelectedQuote } from "@/core/text/selected-quote";
import type { Day } from "@/core/time/day";
import type { GazetteerPlace, StoredEvent, StoredPlace } from "./editor-client";

/** An event as it stands in the form: dates are as they were typed. */
export type EventDraft = {
  readonly title: string;
  readonly category: Category;
  readonly place: PlaceDraft | null;
  readonly placeRule: string | null;
  readonly isLeg: boolean;
  readonly origin: PlaceDraft | null;
  readonly actors: readonly ActorDraft[];
  readonly citations: readonly CitationDraft[];
  /** On which of the citations the event's date rests, from 0. */
  readonly basis: number;
  /** The editor's own reading of the date, where it is not just what that citation says. */
  readonly readAs: string | null;
};

export type PlaceDraft = {
  /** Of a place that the dossier has; `null` is a new one. */
  readonly slug: string | null;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly precision: PlacePrecision;
  readonly radiusKm: number | null;
  readonly geonamesId: number | null;
  readonly countryCode: string | null;
  /** `null` until the server has looked it up. */
  readonly zone: string | null;
};

export type ActorDraft = { readonly name: string; readonly kind: ActorKind; readonly role: string };

export type CitationDraft = SelectedQuote & {
  /** Of a citation that is there already; `null` is a new one. */
  readonly id: string | null;
  readonly source: string;
  readonly publishedOn: Day;
  readonly assertion: Assertion;
  readonly timeWords: string;
  readonly date: string;
  readonly placeWords: string;
  readonly speaker: string;
};

/** The form of an event that is there already. */
export function toEventDraft(event: StoredEvent): EventDraft {
  const citations = event.citations.map(({ passage, source, ...cited }) => ({
    ...{ id: cited.id, source: source.slug, publishedOn: source.publishedOn as Day },
    start: passage.start as SelectedQuote["start"],
    end: passage.end as SelectedQuote["end"],
    exact: passage.exact,
    assertion: cited.assertion,
    timeWords: cited.timeWords ?? "",
    date: cited.when?.edtf ?? "",
    placeWords: cited.placeWords ?? "",
    speaker: cited.speaker ?? "",
  }));
  const basis = event.citations.findIndex(({ isBasis }) => isBasis);
  const edtf = event.when?.edtf ?? "";
  return {
    title: event.title,
    category: event.category,
    place: event.place && toPlaceDraft(event.place),
    placeRule: event.placeRule,
    isLeg: event.isLeg,
    origin: event.origin && toPlaceDraft(event.origin),
    actors: event.participations.map(({ actor, role }) => ({ name: actor.name, kind: actor.kind, role })),
    citations,
    basis: Math.max(0, basis),
    readAs: edtf === (citations[Math.max(0, basis)]?.date ?? "") ? null : edtf,
  };
}

/** A place that the dossier has. */
export function toPlaceDraft(place: StoredPlace | Place): PlaceDraft {
  const { slug, name, lon, lat, precision, radiusKm, geonamesId, countryCode, zone } = place;
  return { slug, name, lon, lat, precision, radiusKm, geonamesId, countryCode, zone };
}

/** A place of the gazetteer: the dossier's own, if it has it. */
export function toFoundPlace(found: GazetteerPlace, known: readonly PlaceDraft[]): PlaceDraft {
  const own = known.find(({ geonamesId }) => geonamesId !== null && geonamesId === found.geonamesId);
  if (own) return own;
  const { name, lon, lat, precision, radiusKm, geonamesId, countryCode, zone } = found;
  return { slug: null, name, lon, lat, precision, radiusKm, geonamesId, countryCode, zone };
}
