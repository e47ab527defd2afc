import { ACLED } from "./acled";
import { DATELINE_CSV } from "./dateline-csv";
import type { Format } from "./format";
import { GEOJSON } from "./geojson";
import { MAPPED_CSV } from "./mapped-csv";
import { TIMELINEJS_CSV } from "./timelinejs-csv";
import { TIMELINEJS_JSON } from "./timelinejs-json";
import { UCDP } from "./ucdp";

/** All formats that can be imported. */
export const FORMATS: readonly Format[] = [
  DATELINE_CSV,
  UCDP,
  ACLED,
  TIMELINEJS_CSV,
  MAPPED_CSV,
  GEOJSON,
  TIMELINEJS_JSON,
];
