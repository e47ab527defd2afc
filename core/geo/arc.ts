import { geoInterpolate } from "d3-geo";
import type { LonLat } from "../record/record";
import { nearestCopy } from "./unwrap";

/**
 * The great circle from `from` to `to` as `steps` + 1 points, the short way round.
 * Longitudes are unwrapped: they start at `from.lon` as given and run on past ±180° rather than jump.
 */
export function toArc(from: LonLat, to: LonLat, steps = 64): LonLat[] {
  const interpolate = geoInterpolate([from.lon, from.lat], [to.lon, to.lat]);
  let lon = from.lon;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const [nextLon, lat] = interpolate(i / steps);
    lon = nearestCopy(nextLon, lon);
    return { lon, lat };
  });
}

/** The first `portion` (0 to 1) of a chain of evenly spaced points; empty at 0. */
export function cutArc(points: readonly LonLat[], portion: number): LonLat[] {
  const last = points.at(-1);
  if (!last || portion <= 0) return [];
  if (portion >= 1) return [...points];
  const position = portion * (points.length - 1);
  const whole = Math.floor(position);
  const a = points[whole] ?? last;
  const b = points[whole + 1] ?? last;
  const rest = position - whole;
  const tip = { lon: a.lon + (b.lon - a.lon) * rest, lat: a.lat + (b.lat - a.lat) * rest };
  return [...points.slice(0, whole + 1), tip];
}
