import { uuidv7 } from "uuidv7";
import { toWorld } from "@/core/brush/world";
import { toCheckedPlace } from "@/core/record/check-setting";
import { FieldError, inField } from "@/core/record/field-error";
import type { Place } from "@/core/record/record";
import { UTC } from "@/core/time/zone";
import type { PlaceInput } from "@/wire/write";
import { zoneAt } from "../import/zone-at";
import { rowToPlace } from "../rows/records";
import type { Change } from "./change-dossier";
import { toFreeSlug } from "./free-slug";

type Stated = Exclude<PlaceInput, { slug: string }>;

/**
 * The place that an event names: one that the dossier has, by slug, by its GeoNames id or because it is the same, or a
 * new one, in the zone of its coordinates. Throws a FieldError under `field`.
 */
export async function takePlace(
  change: Change,
  field: "place" | "origin",
  wanted: PlaceInput | null,
): Promise<Place | null> {
  if (wanted === null) return null;
  const { tx, dossier } = change;
  if ("slug" in wanted) {
    const row = await tx.place.findFirst({ where: { dossierId: dossier.id, slug: wanted.slug } });
    if (row === null) throw new FieldError(`${field}.slug`, `There is no place ${wanted.slug}.`);
    return rowToPlace(row);
  }
  const place = inField(field, () => toPlace(wanted));
  return (await findSame(change, place)) ?? createPlace(change, place);
}

function toPlace({ radiusKm, geonamesId, countryCode, ...stated }: Stated): Place {
  const isOnEarth = Math.abs(stated.lon) <= 180 && Math.abs(stated.lat) <= 90;
  const wanted = {
    ...stated,
    slug: "",
    zone: isOnEarth ? zoneAt(stated.lon, stated.lat) : UTC,
    ...(radiusKm === null ? {} : { radiusKm }),
    ...(geonamesId === null ? {} : { geonamesId }),
    ...(countryCode === null ? {} : { countryCode }),
  };
  return toCheckedPlace("The place", wanted, uuidv7());
}

async function findSame({ tx, dossier }: Change, place: Place): Promise<Place | null> {
  const { name, lon, lat, precision, radiusKm, geonamesId, countryCode } = place;
  const same = { name, lon, lat, precision, radiusKm, countryCode };
  const row = await tx.place.findFirst({
    where: { dossierId: dossier.id, OR: geonamesId === null ? [same] : [{ geonamesId }, same] },
    orderBy: { id: "asc" },
  });
  return row && rowToPlace(row);
}

async function createPlace({ tx, dossier, record }: Change, stated: Place): Promise<Place> {
  const place = { ...stated, slug: await toFreeSlug(tx, dossier.id, "place", stated.name) };
  const { x: worldX, y: worldY } = toWorld(place.lon, place.lat);
  await tx.place.create({ data: { ...place, dossierId: dossier.id, worldX, worldY } });
  record({ kind: "created", subject: "place", id: place.id, slug: place.slug, before: null, after: place });
  return place;
}
