import type { LonLat } from "../record/record";
import { wrapLongitude } from "./unwrap";

/** Degrees; `east` may exceed 180 where the box lies across the date line, and is never below `west`. */
export type GeoBox = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** The narrowest box around all points, across the date line if that is shorter; `null` for no points. */
export function fitBox(points: readonly LonLat[]): GeoBox | null {
  const first = points[0];
  if (!first) return null;
  const lats = points.map(({ lat }) => lat);
  const lons = points.map(({ lon }) => wrapLongitude(lon)).toSorted((a, b) => a - b);
  // The box is the world without the widest gap between neighbouring meridians.
  let west = lons[0] ?? 0;
  let widest = west + 360 - (lons.at(-1) ?? 0);
  lons.forEach((lon, i) => {
    const gap = lon - (lons[i - 1] ?? lon);
    if (gap > widest) {
      widest = gap;
      west = lon;
    }
  });
  return { west, east: west + 360 - widest, south: Math.min(...lats), north: Math.max(...lats) };
}
