import { isWellFormed } from "@/core/text/code-points";
import { parseZone, type Zone } from "@/core/time/zone";
import type { EventFields, NewCitation, ParticipationInput, PlaceInput } from "./editor-client";
import type { CitationDraft, EventDraft, PlaceDraft } from "./event-draft";
import type { EventSetting } from "./event-setting";
import type { FieldFaults } from "./faults";
import { readDate } from "./read-date";

/** What the form of an event asks for. */
export type EventRequest = {
  readonly event: EventFields & { readonly basis: number | null };
  /** `id` is `null` of a new one. */
  readonly citations: readonly { readonly id: string | null; readonly order: NewCitation }[];
};

/** The fields beside which a fault can be said. */
export function toEventFields({ citations }: EventDraft): string[] {
  const ofCitation = ["assertion", "timeWords", "when", "placeWords", "speaker"];
  return [
    ...["title", "category", "when", "place", "placeRule", "isLeg", "origin", "participations", "basis"],
    ...citations.flatMap((_, at) => [
      `citations.${at}`,
      ...ofCitation.map((name) => `citations.${at}.${name}`),
    ]),
  ];
}

/** In which zone the event's dates are read: the place's, or the dossier's. */
export function zoneOf({ place }: EventDraft, { zone }: EventSetting): Zone {
  return (place?.zone ? parseZone(place.zone) : null) ?? zone;
}

/** What the form asks for, or what keeps it from asking for anything. */
export function toEventRequest(
  draft: EventDraft,
  setting: EventSetting,
): EventRequest | { faults: FieldFaults } {
  const faults: Record<string, string> = {};
  const zone = zoneOf(draft, setting);
  if (draft.title.trim() === "") faults.title = "An event needs a title.";
  if (!isWellFormed(draft.title)) faults.title = "The title holds half a character.";
  if (draft.actors.some(({ name }) => name.trim() === ""))
    faults.participations = "Name who takes part, or take the row out.";
  const citations = draft.citations.map((citation, at) =>
    toCitation(citation, `citations.${at}.`, zone, faults),
  );
  const basis = citations[draft.basis];
  const based = draft.citations[draft.basis];
  const readAs = draft.readAs === null || !based ? null : readDate(draft.readAs, based, zone);
  if (readAs?.kind === "unread") faults.when = readAs.reason;
  if (Object.keys(faults).length > 0) return { faults };

  const when = readAs === null ? (basis?.when ?? null) : readAs.kind === "read" ? readAs.when.edtf : null;
  return {
    event: {
      title: draft.title.trim(),
      category: draft.category,
      when,
      basis: when === null ? null : draft.basis,
      place: draft.place && toPlaceInput(draft.place),
      placeRule: draft.place ? draft.placeRule : null,
      isLeg: draft.isLeg,
      origin: draft.isLeg && draft.origin ? toPlaceInput(draft.origin) : null,
      participations: draft.actors.map((actor) => toParticipation(actor, setting)),
    },
    citations: draft.citations.flatMap(({ id }, at) => {
      const order = citations[at];
      return order ? [{ id, order }] : [];
    }),
  };
}

/** What the form of a further citation asks for; its faults are by the citation's own fields. */
export function toCitationRequest(
  citation: CitationDraft,
  zone: Zone,
): { order: NewCitation } | { faults: FieldFaults } {
  const faults: Record<string, string> = {};
  const order = toCitation(citation, "", zone, faults);
  return Object.keys(faults).length > 0 ? { faults } : { order };
}

function toCitation(
  citation: CitationDraft,
  path: string,
  zone: Zone,
  faults: Record<string, string>,
): NewCitation {
  const { source, start, end, exact, assertion } = citation;
  const reading = readDate(citation.date, citation, zone);
  if (reading.kind === "unread") faults[`${path}when`] = reading.reason;
  const timeWords = citation.timeWords.trim();
  if (!exact.includes(timeWords)) faults[`${path}timeWords`] = "The passage does not say these words.";
  const placeWords = citation.placeWords.trim();
  return {
    ...{ source, start, end, exact, assertion },
    timeWords: timeWords || null,
    when: reading.kind === "read" ? reading.when.edtf : null,
    // A rule without the passage's own words would vouch for nothing.
    timeRule: reading.kind === "read" && timeWords !== "" ? reading.rule : null,
    placeWords: exact.includes(placeWords) ? placeWords || null : null,
    speaker: citation.speaker.trim() || null,
  };
}

function toPlaceInput(place: PlaceDraft): PlaceInput {
  if (place.slug !== null) return { slug: place.slug };
  const { name, lon, lat, precision, radiusKm, geonamesId, countryCode } = place;
  return { name, lon, lat, precision, radiusKm, geonamesId, countryCode };
}

function toParticipation(
  { name, kind, role }: EventDraft["actors"][number],
  { actors }: EventSetting,
): ParticipationInput {
  const known = actors.find((actor) => actor.name === name.trim());
  return { actor: known?.slug ?? { name: name.trim(), kind }, role: role.trim() };
}
