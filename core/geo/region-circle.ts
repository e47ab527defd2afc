import type { LonLat } from "../record/record";
import { toDistanceKm } from "./distance";

/**
 * A circle around the cities of a region: its centre between the outermost of them, its radius in kilometres to the
 * farthest; at least 10, for a region of one city is larger than the city's middle. Throws if there are none.
 */
export function toRegionCircle(cities: readonly LonLat[]): LonLat & { readonly radiusKm: number } {
  const [first] = cities;
  if (!first) throw new RangeError("Region: it has no cities.");
  // Around the first, so that a region astride ±180° is no belt around the world.
  const offsets = cities.map(({ lon }) => ((lon - first.lon + 540) % 360) - 180);
  const lats = cities.map(({ lat }) => lat);
  const middle = first.lon + (Math.min(...offsets) + Math.max(...offsets)) / 2;
  const centre = { lon: ((middle + 540) % 360) - 180, lat: (Math.min(...lats) + Math.max(...lats)) / 2 };
  const radius = Math.max(...cities.map((city) => toDistanceKm(centre, city)));
  return { ...centre, radiusKm: Math.max(10, Math.ceil(radius)) };
}
