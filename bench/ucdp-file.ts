import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { UCDP_COLUMNS } from "@/core/import/ucdp-columns";
import { type SyntheticEvent, toSyntheticEvents } from "@/scripts/generate-model";
import { DAY } from "./asked";

const NAMES = UCDP_COLUMNS.get(49) ?? [];
const OFFICES = ["Harbour Press", "The Meridian", "Northern Wire", "Daily Lantern", "Isthmus News"];
const CHUNK = 1 << 16;

// By where_prec: the place itself, its surroundings, a province, a country.
const WHERE = { exact: 1, city: 2, region: 4, country: 6 } as const;
const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region" });

/** Writes a CSV of the generator's events in the 49 columns of UCDP GED, a row of it about as long as a real one. */
export async function writeUcdpFile(path: string, rows: number, seed: number): Promise<void> {
  await pipeline(Readable.from(toChunks(rows, seed)), createWriteStream(path));
}

function* toChunks(rows: number, seed: number): Generator<string> {
  let chunk = toLine(NAMES);
  let id = 0;
  for (const event of toSyntheticEvents(rows, seed)) {
    const record = toRecord(event, ++id);
    chunk += toLine(NAMES.map((name) => record[name] ?? "NA"));
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

function toRecord(event: SyntheticEvent, id: number): Readonly<Record<string, string | number>> {
  const { start, end, lon, lat, city, spot, placePrecision, title } = event;
  const country = COUNTRY_NAMES.of(city.countryCode) ?? city.countryCode;
  const [sideA, sideB] = [`Government of ${country}`, `Front for ${city.name}`];
  const dyad = `${sideA} - ${sideB}`;
  const place = spot === 0 ? city.name : `${city.name}, district ${spot}`;
  const year = new Date(start).getUTCFullYear();
  const office = OFFICES[id % OFFICES.length] ?? "";
  const published = toDay(start + DAY);
  return {
    ...{ id, relid: `${city.countryCode}-${year}-1-${id}`, year, active_year: 1, code_status: "Clear" },
    ...{ type_of_violence: 1, conflict_dset_id: 299, conflict_new_id: 299 },
    ...{ conflict_name: `${country}: Government`, dyad_dset_id: 735, dyad_new_id: 735, dyad_name: dyad },
    ...{ side_a_dset_id: 118, side_a_new_id: 118, side_a: sideA },
    ...{ side_b_dset_id: 4456, side_b_new_id: 4456, side_b: sideB },
    ...{ number_of_sources: 1, source_article: `"${office},${published},${title}"` },
    ...{ source_office: office, source_date: published, source_headline: title },
    ...{ source_original: "Ministry of Defence", where_prec: WHERE[placePrecision] },
    ...{ where_coordinates: place, where_description: `in the neighbourhood of ${place}` },
    ...{ adm_1: `${city.name} province`, adm_2: `${place} district`, latitude: lat, longitude: lon },
    ...{ geom_wkt: `POINT (${lon} ${lat})`, priogrid_gid: 179_714, country, region: "Middle East" },
    ...{ event_clarity: 1, date_prec: toDatePrecision(end - start) },
    ...{ date_start: toDay(start), date_end: toDay(end - 1) },
    ...{ deaths_a: 0, deaths_b: 2, deaths_civilians: 0, deaths_unknown: 0, best: 2, high: 2, low: 2 },
  };
}

/** By date_prec: a day, up to six, a week, more. */
function toDatePrecision(length: number): number {
  if (length <= DAY) return 1;
  if (length <= 6 * DAY) return 2;
  return length <= 7 * DAY ? 3 : 4;
}

function toDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function toLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => (typeof cell === "number" ? cell : `"${cell.replaceAll('"', '""')}"`)).join(",")}\n`;
}
