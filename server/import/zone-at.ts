import lookUp from "@photostructure/tz-lookup";
import { parseZone, UTC, type Zone } from "@/core/time/zone";

/**
 * The zone in which a point's clocks run, by a small map of zones: near a border it may be the neighbour's, whose
 * clocks mostly agree. At sea it is the nautical one, Etc/GMT±n. Degrees, WGS84.
 */
export function zoneAt(lon: number, lat: number): Zone {
  const name = lookUp(lat, lon);
  const known = zones.get(name);
  if (known !== undefined) return known;
  // The map may be newer than this runtime's zones.
  const zone = parseZone(name) ?? UTC;
  zones.set(name, zone);
  return zone;
}

const zones = new Map<string, Zone>();
