import { LIMITS } from "../record/limits";
import type { PlacePrecision } from "../record/vocabulary";
import { cellAt, type Indexes } from "./columns";
import { toCountryCode } from "./country-code";
import { coordinatesToName } from "./field-place";
import type { ImportPlace } from "./import-row";
import { checkCell, type Faults, noteFault, parseCoordinates } from "./row-checks";

export const ACLED_PLACE_COLUMNS = [
  "iso",
  "country",
  "admin1",
  "admin2",
  "admin3",
  "location",
  "latitude",
  "longitude",
  "geo_precision",
] as const;

/** The place of an ACLED event, as precise as geo_precision says; `null` if it has none, or is at fault, which is noted. */
export function toAcledPlace(
  faults: Faults,
  record: readonly string[],
  at: Indexes<(typeof ACLED_PLACE_COLUMNS)[number]>,
): ImportPlace | null {
  const coordinates = parseCoordinates(
    faults,
    ["longitude", cellAt(record, at.longitude)],
    ["latitude", cellAt(record, at.latitude)],
  );
  if (coordinates === null) return null;
  const code = cellAt(record, at.geo_precision);
  const area = AREAS[Number(code === "" ? "1" : code)];
  if (!area) {
    noteFault(faults, "geo_precision", code, "The precision of the place is no code from 1 to 3.");
    return null;
  }
  const name =
    cellAt(record, at.location) ||
    cellAt(record, at.admin3) ||
    cellAt(record, at.admin2) ||
    cellAt(record, at.admin1) ||
    cellAt(record, at.country) ||
    coordinatesToName(coordinates);
  checkCell(faults, "location", "The name of the place", name, LIMITS.name);
  return {
    name,
    lon: coordinates.lon,
    lat: coordinates.lat,
    precision: area.precision,
    radiusKm: area.radiusKm,
    countryCode: toCountryCode(cellAt(record, at.iso)) ?? toCountryCode(cellAt(record, at.country)),
    zone: null,
  };
}

type Area = { readonly precision: PlacePrecision; readonly radiusKm: number | null };

// By geo_precision: 1 the town itself; 2 a part of a region, whose coordinates are a town's in it; 3 a region, whose
// coordinates are its capital's. The radii are those of UCDP's districts and provinces, which such areas are.
const AREAS: readonly (Area | undefined)[] = [
  undefined,
  { precision: "exact", radiusKm: null },
  { precision: "region", radiusKm: 30 },
  { precision: "region", radiusKm: 100 },
];
