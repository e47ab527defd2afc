import { LIMITS } from "../record/limits";
import type { PlacePrecision } from "../record/vocabulary";
import { cellAt, type Indexes } from "./columns";
import { gleditschWardToCountryCode, toCountryCode } from "./country-code";
import type { ImportPlace } from "./import-row";
import { checkCell, type Faults, noteFault, parseCoordinates } from "./row-checks";

export const UCDP_PLACE_COLUMNS = [
  "where_prec",
  "where_coordinates",
  "adm_1",
  "adm_2",
  "latitude",
  "longitude",
  "country",
  "country_id",
] as const;
type PlaceIndexes = Indexes<(typeof UCDP_PLACE_COLUMNS)[number]>;

/** The name of the place that a UCDP event is put at; "" if it has none. */
export function toUcdpPlaceName(record: readonly string[], at: PlaceIndexes): string {
  return (
    cellAt(record, at.where_coordinates) ||
    cellAt(record, at.adm_2) ||
    cellAt(record, at.adm_1) ||
    cellAt(record, at.country)
  );
}

/** The place of a UCDP event, as precise as where_prec says; `null` if it has none, or is at fault, which is noted. */
export function toUcdpPlace(
  faults: Faults,
  record: readonly string[],
  at: PlaceIndexes,
  name: string,
): ImportPlace | null {
  const coordinates = parseCoordinates(
    faults,
    ["longitude", cellAt(record, at.longitude)],
    ["latitude", cellAt(record, at.latitude)],
  );
  if (coordinates === null) return null;
  const code = cellAt(record, at.where_prec);
  const area = AREAS[Number(code)];
  if (!area) {
    noteFault(faults, "where_prec", code, "The precision of the place is no code from 1 to 7.");
    return null;
  }
  checkCell(faults, "where_coordinates", "The name of the place", name, LIMITS.name);
  return {
    name,
    lon: coordinates.lon,
    lat: coordinates.lat,
    precision: area.precision,
    radiusKm: area.radiusKm,
    countryCode:
      gleditschWardToCountryCode(cellAt(record, at.country_id)) ?? toCountryCode(cellAt(record, at.country)),
    zone: null,
  };
}

type Area = { readonly precision: PlacePrecision; readonly radiusKm: number | null };

// By where_prec. The codebook gives 25 km for 2. Districts (3) and provinces (4) get circles as large as they are on
// average: 134 million km² of land in some 45,000 units of the second order and some 4,000 of the first. A line or
// fuzzy area (5) has no size in the codebook, and is taken to be as large as a province. Waters that belong to no
// state (7) begin 200 nautical miles, 370 km, off a coast: nothing nearer is known.
const AREAS: readonly (Area | undefined)[] = [
  undefined,
  { precision: "exact", radiusKm: null },
  { precision: "region", radiusKm: 25 },
  { precision: "region", radiusKm: 30 },
  { precision: "region", radiusKm: 100 },
  { precision: "region", radiusKm: 100 },
  { precision: "country", radiusKm: null },
  { precision: "region", radiusKm: 370 },
];
