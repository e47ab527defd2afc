import { LIMITS } from "../record/limits";
import { PLACE_PRECISIONS } from "../record/vocabulary";
import { parseZone } from "../time/zone";
import { cellAt, type Indexes } from "./columns";
import { toCountryCode } from "./country-code";
import type { ImportPlace } from "./import-row";
import type { Field } from "./mapping";
import {
  type Coordinates,
  checkCell,
  type Faults,
  noteFault,
  parseCoordinates,
  parseNumber,
} from "./row-checks";

/** The place of a row; `null` if it has no coordinates, or is at fault, which is noted. */
export function toFieldPlace(
  faults: Faults,
  record: readonly string[],
  at: Indexes<Field>,
  nameOf: (field: Field) => string,
): ImportPlace | null {
  const coordinates = parseCoordinates(
    faults,
    [nameOf("lon"), cellAt(record, at.lon)],
    [nameOf("lat"), cellAt(record, at.lat)],
  );
  const precisionCell = cellAt(record, at.place_precision).toLowerCase() || "exact";
  const precision = PLACE_PRECISIONS.find((known) => known === precisionCell);
  if (!precision) {
    noteFault(faults, nameOf("place_precision"), precisionCell, "There is no such precision of a place.");
  }
  const radiusCell = cellAt(record, at.radius_km);
  const radiusKm = radiusCell === "" ? null : parseNumber(radiusCell);
  if (
    radiusCell !== "" &&
    !(radiusKm !== null && radiusKm > 0 && radiusKm <= HALF_EARTH && precision === "region")
  ) {
    noteFault(faults, nameOf("radius_km"), radiusCell, RADIUS_REASON);
  }
  const zone = cellAt(record, at.zone) || null;
  if (zone !== null && parseZone(zone) === null) {
    noteFault(faults, nameOf("zone"), zone, "There is no such IANA time zone.");
  }
  if (coordinates === null || !precision) return null;
  const country = cellAt(record, at.country);
  const name = cellAt(record, at.place) || country || coordinatesToName(coordinates);
  checkCell(faults, nameOf("place"), "The name of the place", name, LIMITS.name);
  return {
    name,
    ...coordinates,
    precision,
    radiusKm,
    countryCode: country === "" ? null : toCountryCode(country),
    zone,
  };
}

/** What a place is called that has no name: "34.8025, 36.7076", latitude first as people say it. */
export function coordinatesToName({ lon, lat }: Coordinates): string {
  return `${Number(lat.toFixed(4))}, ${Number(lon.toFixed(4))}`;
}

// Nothing is farther off than half of the equator, in kilometres; the database holds the same number.
export const HALF_EARTH = 20_038;
const RADIUS_REASON = `The radius must be a number of kilometres up to ${HALF_EARTH}, and the precision of its place “region”.`;
