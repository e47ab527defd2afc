import { uuidv7 } from "uuidv7";
import { toCheckedEvent } from "@/core/record/check-event";
import type { DossierEvent } from "@/core/record/record";
import type { NewEvent } from "@/wire/write";
import type { Change } from "./change-dossier";
import { toFreeSlug } from "./free-slug";
import { storeEvent } from "./store-event";
import { takeActors } from "./take-actors";
import { takePassages } from "./take-passages";
import { takePlace } from "./take-place";

/** Makes an event of sentences; throws a FieldError that names what cannot be. */
export async function createEvent(change: Change, asked: NewEvent): Promise<DossierEvent> {
  const { tx, dossier } = change;
  const { title, category, when, placeRule, isLeg } = asked;
  const only = when !== null && asked.citations.length === 1 ? 0 : null;
  const wanted = {
    ...{ title, category, when, placeRule, isLeg },
    basis: asked.basis ?? only,
    place: await takePlace(change, "place", asked.place),
    origin: await takePlace(change, "origin", asked.origin),
    participations: await takeActors(change, asked.participations),
    citations: await takePassages(change, asked.citations),
  };
  const slug = await toFreeSlug(tx, dossier.id, "event", title);
  const event = toCheckedEvent("The event", wanted, { id: uuidv7(), slug, version: 1 }, dossier.zone);
  await storeEvent(change, "created", null, event);
  return event;
}
