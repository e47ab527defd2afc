import { parseZone, type Zone } from "../time/zone";
import type { DraftActor, DraftPlace } from "./draft";
import { checkText, LIMITS } from "./limits";
import type { Actor, Id, Place } from "./record";
import { toSlugged } from "./slugged";
import { ACTOR_KINDS, PLACE_PRECISIONS } from "./vocabulary";

/** The places of a draft; throws naming the place that is wrong. */
export function toPlaces(drafts: readonly DraftPlace[], newId: () => Id): Place[] {
  return toSlugged("Place", drafts, (draft, name): Place => {
    if (!(Math.abs(draft.lon) <= 180))
      throw new RangeError(`${name}: longitude ${draft.lon} is not within ±180°.`);
    if (!(Math.abs(draft.lat) <= 90))
      throw new RangeError(`${name}: latitude ${draft.lat} is not within ±90°.`);
    if (!PLACE_PRECISIONS.includes(draft.precision)) {
      throw new Error(`${name}: “${draft.precision}” is no precision of a place.`);
    }
    if (draft.countryCode !== undefined && !/^[A-Z]{2}$/.test(draft.countryCode)) {
      throw new Error(`${name}: “${draft.countryCode}” is no ISO 3166-1 alpha-2 code.`);
    }
    if (draft.radiusKm !== undefined && !(draft.precision === "region" && draft.radiusKm > 0)) {
      throw new RangeError(
        `${name}: a radius of ${draft.radiusKm} km does not suit the precision ${draft.precision}.`,
      );
    }
    return {
      id: newId(),
      slug: draft.slug,
      name: checkText(`${name}: the name`, draft.name, LIMITS.name),
      lon: draft.lon,
      lat: draft.lat,
      precision: draft.precision,
      radiusKm: draft.radiusKm ?? null,
      geonamesId: draft.geonamesId ?? null,
      countryCode: draft.countryCode ?? null,
      zone: toKnownZone(name, draft.zone),
    };
  });
}

/** The actors of a draft; throws naming the actor that is wrong. */
export function toActors(drafts: readonly DraftActor[], newId: () => Id): Actor[] {
  return toSlugged("Actor", drafts, (draft, name): Actor => {
    if (!ACTOR_KINDS.includes(draft.kind)) throw new Error(`${name}: “${draft.kind}” is no kind of actor.`);
    return {
      id: newId(),
      slug: draft.slug,
      name: checkText(`${name}: the name`, draft.name, LIMITS.name),
      kind: draft.kind,
    };
  });
}

/** The zone by that name; throws naming the thing that asked for it. */
export function toKnownZone(thing: string, name: string): Zone {
  const zone = parseZone(name);
  if (zone === null) throw new RangeError(`${thing}: no time zone is called “${name}”.`);
  return zone;
}
