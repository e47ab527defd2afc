import { geoDistance } from "d3-geo";
import type { LonLat } from "../record/record";

const EARTH_RADIUS_KM = 6371;

/** Kilometres along the great circle between two points, on a sphere: up to half a percent off. */
export function toDistanceKm(a: LonLat, b: LonLat): number {
  return geoDistance([a.lon, a.lat], [b.lon, b.lat]) * EARTH_RADIUS_KM;
}
