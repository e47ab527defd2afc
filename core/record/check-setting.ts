import { parseZone, type Zone } from "../time/zone";
import type { DraftActor, DraftPlace } from "./draft";
import { FieldError, inField } from "./field-error";
import { checkText, LIMITS } from "./limits";
import type { Actor, Dossier, Id, Place } from "./record";
import { ACTOR_KINDS, PLACE_PRECISIONS } from "./vocabulary";

/** The place that was asked for; throws a FieldError that calls it by `name`. */
export function toCheckedPlace(name: string, wanted: DraftPlace, id: Id): Place {
  const { lon, lat, precision, countryCode, radiusKm, geonamesId } = wanted;
  if (!(Math.abs(lon) <= 180)) throw new FieldError("lon", `${name}: longitude ${lon} is not within ±180°.`);
  if (!(Math.abs(lat) <= 90)) throw new FieldError("lat", `${name}: latitude ${lat} is not within ±90°.`);
  if (!PLACE_PRECISIONS.includes(precision)) {
    throw new FieldError("precision", `${name}: “${precision}” is no precision of a place.`);
  }
  if (countryCode !== undefined && !/^[A-Z]{2}$/.test(countryCode)) {
    throw new FieldError("countryCode", `${name}: “${countryCode}” is no ISO 3166-1 alpha-2 code.`);
  }
  if (radiusKm !== undefined && !(precision === "region" && radiusKm > 0)) {
    throw new FieldError(
      "radiusKm",
      `${name}: a radius of ${radiusKm} km does not suit the precision ${precision}.`,
    );
  }
  return {
    id,
    slug: wanted.slug,
    name: inField("name", () => checkText(`${name}: the name`, wanted.name, LIMITS.name)),
    lon,
    lat,
    precision,
    radiusKm: radiusKm ?? null,
    geonamesId: geonamesId ?? null,
    countryCode: countryCode ?? null,
    zone: inField("zone", () => toKnownZone(name, wanted.zone)),
  };
}

/** The actor that was asked for; throws a FieldError that calls it by `name`. */
export function toCheckedActor(name: string, { slug, kind, ...wanted }: DraftActor, id: Id): Actor {
  if (!ACTOR_KINDS.includes(kind)) throw new FieldError("kind", `${name}: “${kind}” is no kind of actor.`);
  return {
    id,
    slug,
    name: inField("name", () => checkText(`${name}: the name`, wanted.name, LIMITS.name)),
    kind,
  };
}

/** What a dossier says of itself; throws a FieldError. */
export function toCheckedDossier(wanted: {
  readonly title: string;
  readonly summary: string;
  readonly zone: string;
}): Pick<Dossier, "title" | "summary" | "zone"> {
  const { title, summary, zone } = wanted;
  return {
    title: inField("title", () => checkText("The title", title, LIMITS.title)),
    summary:
      summary === "" ? "" : inField("summary", () => checkText("The summary", summary, LIMITS.summary)),
    zone: inField("zone", () => toKnownZone("The dossier", zone)),
  };
}

/** The zone by that name; throws naming the thing that asked for it. */
function toKnownZone(thing: string, name: string): Zone {
  const zone = parseZone(name);
  if (zone === null) throw new RangeError(`${thing}: no time zone is called “${name}”.`);
  return zone;
}
