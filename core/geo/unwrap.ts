/** The longitude, in degrees, of the copy of a meridian that lies nearest to `centre`: within 180° of it. */
export function nearestCopy(lon: number, centre: number): number {
  return lon + 360 * Math.round((centre - lon) / 360);
}

/** The longitude within [−180, 180). */
export function wrapLongitude(lon: number): number {
  return lon - 360 * Math.floor((lon + 180) / 360);
}
