import type { DatasetIndex } from "@/core/record/dataset-index";
import type { DossierEvent, Place } from "@/core/record/record";
import type { Category } from "@/core/record/vocabulary";
import type { Spot } from "./card";

/** One spot for each place of the events, in the colour of the category that is most frequent there. */
export function toSpots(events: readonly DossierEvent[], index: DatasetIndex): Spot[] {
  const categories = new Map<Place, Category[]>();
  for (const { placeId, category } of events) {
    const place = placeId === null ? undefined : index.places.get(placeId);
    if (place) categories.set(place, [...(categories.get(place) ?? []), category]);
  }
  return [...categories].map(([place, all]) => toSpot(place, mostFrequent(all)));
}

export function toSpot(place: Place, category: Category): Spot {
  const { lon, lat, name } = place;
  return { lon, lat, name, category, shape: toShape(place) };
}

function toShape({ precision, radiusKm, countryCode }: Place): Spot["shape"] {
  if (precision === "country" && countryCode !== null) return { kind: "country", code: countryCode };
  if (precision === "region" && radiusKm !== null) return { kind: "circle", radiusKm };
  return { kind: "point" };
}

function mostFrequent(categories: readonly Category[]): Category {
  const counts = new Map<Category, number>();
  for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "other";
}
