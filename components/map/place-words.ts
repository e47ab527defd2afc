import type { Country, Line } from "@/core/geo/basemap";
import { wrapLongitude } from "@/core/geo/unwrap";
import type { LonLat } from "@/core/record/record";

/** "Near 37.6° N, 127.0° E in South Korea": where a cell's middle lies, as far as the basemap knows. */
export function toNearWords({ lon, lat }: LonLat, countries: Iterable<Country>): string {
  const at = { lon: wrapLongitude(lon), lat };
  const country = [...countries].find(({ rings }) => isInside(at, rings));
  const words = `Near ${toDegrees(at.lat, "N", "S")}, ${toDegrees(at.lon, "E", "W")}`;
  return country ? `${words} in ${country.name}` : words;
}

function toDegrees(degrees: number, positive: string, negative: string): string {
  const shown = Math.abs(degrees).toFixed(1);
  return shown === "0.0" ? "0°" : `${shown}° ${degrees < 0 ? negative : positive}`;
}

// Inside where a line to the west crosses the rings an odd number of times (even–odd rule; holes are rings too).
function isInside({ lon, lat }: LonLat, rings: readonly Line[]): boolean {
  let crossings = 0;
  for (const ring of rings) {
    const { south, north, west, east } = reachOf(ring);
    if (lat < south || lat > north || lon < west || lon > east) continue;
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i - 1] ?? [];
      const [bx = 0, by = 0] = ring[i] ?? [];
      if (ay > lat !== by > lat && lon > ax + ((lat - ay) / (by - ay)) * (bx - ax)) crossings++;
    }
  }
  return crossings % 2 === 1;
}

type Reach = { readonly south: number; readonly north: number; readonly west: number; readonly east: number };

const reaches = new WeakMap<Line, Reach>();

// Fifty cells are named at once; without this each would look at every point of every coast to its west.
function reachOf(ring: Line): Reach {
  let reach = reaches.get(ring);
  if (!reach) {
    let [south, north, west, east] = [90, -90, 180, -180];
    for (const [lon = 0, lat = 0] of ring) {
      south = Math.min(south, lat);
      north = Math.max(north, lat);
      west = Math.min(west, lon);
      east = Math.max(east, lon);
    }
    reach = { south, north, west, east };
    reaches.set(ring, reach);
  }
  return reach;
}
