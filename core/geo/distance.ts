import type { LonLat } from "../record/record";

/** Mean radius of the Earth in kilometres (IUGG). */
export const EARTH_RADIUS_KM = 6371.0088;

/** Great-circle distance in kilometres on a sphere (haversine), within 0.6 % of the ellipsoid's. */
export function toDistanceKm(a: LonLat, b: LonLat): number {
  const haversine =
    square(Math.sin(toRadians(b.lat - a.lat) / 2)) +
    Math.cos(toRadians(a.lat)) * Math.cos(toRadians(b.lat)) * square(Math.sin(toRadians(b.lon - a.lon) / 2));
  // Rounding may lift opposite points a hair above 1, where the arcsine ends.
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function square(value: number): number {
  return value * value;
}
