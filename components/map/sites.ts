import type { Country } from "@/core/geo/basemap";
import type { MarkerSite } from "@/core/geo/marker-layout";
import type { Reading } from "@/core/record/reading";
import type { Id, LonLat, Place } from "@/core/record/record";

export type PlaceGroups = ReadonlyMap<Id, readonly Reading[]>;

const NONE: PlaceGroups = new Map();

/**
 * The readings at each place, in their order; a leg counts at its destination. A place where nothing has changed since
 * `before` keeps its list, so that what is drawn of it is known by identity to be drawn already.
 */
export function groupByPlace(readings: readonly Reading[], before: PlaceGroups = NONE): PlaceGroups {
  const groups = new Map<Id, readonly Reading[]>(toGroups(readings));
  for (const [id, group] of groups) {
    const known = before.get(id);
    if (known?.length === group.length && known.every((reading, i) => reading === group[i])) {
      groups.set(id, known);
    }
  }
  return groups;
}

function toGroups(readings: readonly Reading[]): Map<Id, Reading[]> {
  const groups = new Map<Id, Reading[]>();
  for (const reading of readings) {
    const { placeId } = reading.event;
    if (placeId === null) continue;
    const group = groups.get(placeId);
    if (group) group.push(reading);
    else groups.set(placeId, [reading]);
  }
  return groups;
}

/** Whether the place is known only as an area, so that a point would say too much. */
export function isArea({ precision }: Place): boolean {
  return precision === "country" || precision === "region";
}

/** Where a place's mark belongs: a country's at the point where its name has most room. */
export function toAnchor(place: Place, countries: ReadonlyMap<string, Country>): LonLat {
  if (place.precision !== "country" || place.countryCode === null) return place;
  return countries.get(place.countryCode)?.label ?? place;
}

/** Diameter in CSS pixels of a mark with so many events: room for its digits. */
export function toDiameter(count: number): number {
  if (count >= 100) return 38;
  return count >= 10 ? 33 : 28;
}

export const PILL_HEIGHT = 26;

/** How a place asks for room on the map; `x` and `y` in world pixels of one zoom level. */
export function toMarkerSite(
  place: Place,
  count: number,
  { x, y }: { x: number; y: number },
  measure: (text: string) => number,
): MarkerSite {
  const name = measure(place.name);
  if (isArea(place)) {
    // Padding, the sign and the count are the pill's.
    const width = name + 62;
    return { id: place.id, x, y, width, height: PILL_HEIGHT, labelWidth: 0, weight: count };
  }
  const diameter = toDiameter(count);
  return { id: place.id, x, y, width: diameter, height: diameter, labelWidth: name + 4, weight: count };
}
