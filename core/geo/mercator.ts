/** Web Mercator without its scale: the world is 0 to 1 from west to east and from north to south. */
export type WorldPoint = readonly [x: number, y: number];

/** Where Web Mercator ends, so that the world is a square. */
export const MERCATOR_LIMIT = 85.0511287798;

/** Converts degrees to world units; latitudes beyond the square are drawn at its edge. */
export function toWorldPoint(lon: number, lat: number): WorldPoint {
  const sine = Math.sin((Math.min(Math.max(lat, -MERCATOR_LIMIT), MERCATOR_LIMIT) * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The inverse of `toWorldPoint`: degrees, latitude within the square. */
export function toLonLat([x, y]: WorldPoint): { lon: number; lat: number } {
  return { lon: (x - 0.5) * 360, lat: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI };
}
