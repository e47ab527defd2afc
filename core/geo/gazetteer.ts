import type { LonLat } from "../record/record";
import type { Zone } from "../time/zone";

export const PLACE_KINDS = ["country", "region", "city"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A place of the gazetteer. */
export type GazetteerPlace = LonLat & {
  readonly name: string;
  readonly kind: PlaceKind;
  /** For `region`: how far, in kilometres, its cities lie from its coordinates. */
  readonly radiusKm: number | null;
  readonly geonamesId: number | null;
  /** ISO 3166-1 alpha-2; XK for Kosovo. */
  readonly countryCode: string;
  readonly country: string;
  /** The first-level region that a city lies in. */
  readonly region: string | null;
  readonly zone: Zone;
  /** Of a country or region, the sum of its cities. */
  readonly population: number;
};

/** The gazetteer's file, read only as far as a search needs; places and names are taken apart when they are asked for. */
export type Gazetteer = {
  readonly text: string;
  /** Where the line of each place begins: countries, then regions, then cities. */
  readonly placeStarts: Uint32Array;
  readonly countries: number;
  readonly regions: number;
  /** How likely each place is meant: the power of ten of its population, more for a country. */
  readonly weights: Float32Array;
  readonly lons: Float32Array;
  readonly lats: Float32Array;
  /** The country of each place, by its number. */
  readonly countryOf: Uint16Array;
  readonly zones: readonly string[];
  /** Where the line of each name begins, in the order of the names as `foldName` makes them. */
  readonly nameStarts: Uint32Array;
  /** The place that each name is of. */
  readonly namedPlaces: Uint32Array;
  /** 1 for a name that is its place's own. */
  readonly ownNames: Uint8Array;
};

/**
 * Reads the gazetteer's file: a line of counts, a line of zones, a line for each place, a line for each name. Throws
 * if it is of another version. What a line holds: `scripts/build-gazetteer.ts`.
 */
export function parseGazetteer(text: string): Gazetteer {
  const [first, zones] = [lineAt(text, 0), lineAt(text, text.indexOf("\n") + 1)];
  const [version, ...counts] = first.split("\t");
  const [countries = 0, regions = 0, cities = 0, names = 0] = counts.map(Number);
  if (version !== GAZETTEER_VERSION)
    throw new Error(`Gazetteer: got version ${version}, expected ${GAZETTEER_VERSION}.`);
  const places = countries + regions + cities;
  const gazetteer = {
    text,
    countries,
    regions,
    zones: zones.split("\t"),
    placeStarts: new Uint32Array(places),
    weights: new Float32Array(places),
    lons: new Float32Array(places),
    lats: new Float32Array(places),
    countryOf: new Uint16Array(places),
    nameStarts: new Uint32Array(names),
    namedPlaces: new Uint32Array(names),
    ownNames: new Uint8Array(names),
  };
  let start = first.length + zones.length + 2;
  for (let place = 0; place < places; place++) start = readPlace(gazetteer, place, start);
  for (let name = 0; name < names; name++) start = readName(gazetteer, name, start);
  if (start !== text.length) throw new Error(`Gazetteer: it ends at ${text.length}, expected ${start}.`);
  return gazetteer;
}

export const GAZETTEER_VERSION = "gazetteer 1";
/** Stands after the number of a place whose own name it is, and no other one. */
export const OWN_NAME = "!";

// In powers of ten of the population. "Georgia" is the country; "Seoul" and "New York" are cities
// rather than their regions.
const KINDS = { country: 4, region: -1.8, city: 0 };

/** What the file says of a place, by its number; throws if it has none such. */
export function toPlace(gazetteer: Gazetteer, place: number): GazetteerPlace {
  const start = gazetteer.placeStarts[place];
  if (start === undefined) throw new RangeError(`Gazetteer: it has no place ${place}.`);
  const line = lineAt(gazetteer.text, start);
  const [lon, lat, population, country, name = "", id, zone, within = "", radius] = line.split("\t");
  const kind = kindOf(gazetteer, place);
  const countryPlace = kind === "country" ? null : toPlace(gazetteer, Number(country));
  return {
    name,
    kind,
    lon: Number(lon),
    lat: Number(lat),
    radiusKm: radius ? Number(radius) : null,
    geonamesId: id ? Number(id) : null,
    countryCode: countryPlace?.countryCode ?? within,
    country: countryPlace?.name ?? name,
    region: kind === "city" && within ? toPlace(gazetteer, Number(within)).name : null,
    zone: (gazetteer.zones[Number(zone)] ?? "UTC") as Zone,
    population: Number(population),
  };
}

export function kindOf(
  { countries, regions }: Pick<Gazetteer, "countries" | "regions">,
  place: number,
): PlaceKind {
  if (place < countries) return "country";
  return place < countries + regions ? "region" : "city";
}

/** A name by its number: as it is compared, and as it is written. */
export function toName(
  { text, nameStarts }: Gazetteer,
  name: number,
): { readonly folded: string; readonly written: string } {
  const [folded = "", , written] = lineAt(text, nameStarts[name] ?? 0).split("\t");
  return { folded, written: written || toCapitals(folded) };
}

/** What most names are when written: the file holds only the others. */
export function toCapitals(folded: string): string {
  return folded.replace(/(?<=^| )\p{L}/gu, (letter) => letter.toUpperCase());
}

function readPlace(gazetteer: Gazetteer, place: number, start: number): number {
  const { text } = gazetteer;
  const afterLon = text.indexOf("\t", start);
  const afterLat = text.indexOf("\t", afterLon + 1);
  const afterPopulation = text.indexOf("\t", afterLat + 1);
  const afterCountry = text.indexOf("\t", afterPopulation + 1);
  gazetteer.placeStarts[place] = start;
  gazetteer.lons[place] = Number(text.slice(start, afterLon));
  gazetteer.lats[place] = Number(text.slice(afterLon + 1, afterLat));
  const population = Number(text.slice(afterLat + 1, afterPopulation));
  gazetteer.weights[place] = Math.log10(10 + population) + KINDS[kindOf(gazetteer, place)];
  gazetteer.countryOf[place] = Number(text.slice(afterPopulation + 1, afterCountry));
  return text.indexOf("\n", afterCountry) + 1;
}

function readName(gazetteer: Gazetteer, name: number, start: number): number {
  const { text } = gazetteer;
  const end = text.indexOf("\n", start);
  const tab = text.indexOf("\t", start);
  gazetteer.nameStarts[name] = start;
  const next = text.indexOf("\t", tab + 1);
  const number = text.slice(tab + 1, next === -1 || next > end ? end : next);
  // It is read up to the first character that is no digit of base 36.
  gazetteer.namedPlaces[name] = Number.parseInt(number, 36);
  gazetteer.ownNames[name] = Number(number.endsWith(OWN_NAME));
  return end + 1;
}

function lineAt(text: string, start: number): string {
  return text.slice(start, text.indexOf("\n", start));
}
