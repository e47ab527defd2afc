import { toCheckedActor, toCheckedPlace } from "./check-setting";
import type { DraftActor, DraftPlace } from "./draft";
import type { Actor, Id, Place } from "./record";
import { toSlugged } from "./slugged";

/** The places of a draft; throws naming the place that is wrong. */
export function toPlaces(drafts: readonly DraftPlace[], newId: () => Id): Place[] {
  return toSlugged("Place", drafts, (draft, name) => toCheckedPlace(name, draft, newId()));
}

/** The actors of a draft; throws naming the actor that is wrong. */
export function toActors(drafts: readonly DraftActor[], newId: () => Id): Actor[] {
  return toSlugged("Actor", drafts, (draft, name) => toCheckedActor(name, draft, newId()));
}
