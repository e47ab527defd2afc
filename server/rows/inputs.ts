import type { Citation, Dossier, DossierEvent, Id } from "@/core/record/record";
import { whenToColumns } from "./when-columns";

export function recordToDossierRow({ opening, ...dossier }: Dossier) {
  return {
    ...dossier,
    openingStart: opening ? BigInt(opening.start) : null,
    openingEnd: opening ? BigInt(opening.end) : null,
    openingPlayhead: opening ? BigInt(opening.playhead) : null,
    openingLon: opening?.map?.lon ?? null,
    openingLat: opening?.map?.lat ?? null,
    openingZoom: opening?.map?.zoom ?? null,
  };
}

/** Without its basis, which is named once its citations are stored. */
export function recordToEventRow(dossierId: Id, event: DossierEvent) {
  const { id, slug, title, category, when, placeId, placeRule, isLeg, originId } = event;
  return {
    dossierId,
    id,
    slug,
    title,
    category,
    ...whenToColumns(when),
    placeId,
    placeRule,
    isLeg,
    originId,
  };
}

export function recordToCitationRow(dossierId: Id, eventId: Id, { when, ...citation }: Citation) {
  return { dossierId, eventId, ...citation, ...whenToColumns(when) };
}
