import type { WantedEvent } from "@/core/record/check-event";
import type { Citation, DossierEvent, Id } from "@/core/record/record";
import { areCompatible } from "@/core/time/compatible";
import { SHOWN } from "../queries/shown";
import { rowToActor, rowToPassage, rowToPlace } from "../rows/records";
import type { Change } from "./change-dossier";
import { WriteRefusal } from "./write-refusal";

/**
 * An event in the form in which one is asked for, so that a part of it can be replaced and the whole checked again.
 * Throws a WriteRefusal if it refers to what is not there any more.
 */
export async function toWanted({ tx, dossier }: Change, event: DossierEvent): Promise<WantedEvent> {
  const own = { dossierId: dossier.id };
  const passages = await tx.passage.findMany({
    where: { ...own, id: { in: event.citations.map(({ passageId }) => passageId) }, text: { source: SHOWN } },
  });
  const places = await tx.place.findMany({
    where: { ...own, id: { in: [event.placeId, event.originId].filter((id) => id !== null) } },
  });
  const actors = await tx.actor.findMany({
    where: { ...own, id: { in: event.participations.map(({ actorId }) => actorId) } },
  });
  const find = <R extends { readonly id: Id }>(rows: readonly R[], thing: string, id: Id): R => {
    const row = rows.find((one) => one.id === id);
    if (row) return row;
    throw new WriteRefusal("conflict", `The event ${event.slug} refers to a ${thing} that was deleted.`);
  };
  const toPlace = (id: Id | null) => (id === null ? null : rowToPlace(find(places, "place", id)));
  return {
    title: event.title,
    category: event.category,
    when: event.when?.edtf ?? null,
    basis: toPosition(event.citations, event.basisId),
    place: toPlace(event.placeId),
    placeRule: event.placeRule,
    isLeg: event.isLeg,
    origin: toPlace(event.originId),
    participations: event.participations.map(({ actorId, role }) => ({
      actor: rowToActor(find(actors, "actor", actorId)),
      role,
    })),
    citations: event.citations.map(({ passageId, when, ...citation }) => ({
      ...citation,
      when: when?.edtf ?? null,
      passage: rowToPassage(find(passages, "passage or source", passageId)),
    })),
  };
}

/**
 * Where, among citations that remain, the date of an event rests: on the same as before, or else on the first that
 * allows it; `null` if none does.
 */
export function toBasis({ when, basisId }: DossierEvent, remaining: readonly Citation[]): number | null {
  if (when === null) return null;
  const same = toPosition(remaining, basisId);
  if (same !== null) return same;
  const other = remaining.findIndex((citation) => citation.when && areCompatible(when, citation.when));
  return other === -1 ? null : other;
}

function toPosition(citations: readonly Citation[], id: Id | null): number | null {
  const at = citations.findIndex((citation) => citation.id === id);
  return at === -1 ? null : at;
}
