import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { feature, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { BasemapTopology, CountryProperties } from "@/core/geo/basemap";
import { locateLabelPoint } from "@/core/geo/label-point";
import { toLonLat, toWorldPoint, type WorldPoint } from "@/core/geo/mercator";

export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

// 360° in 40,000 steps is 0.009°: less than a pixel (0.011°) at zoom 7, beyond which the atlas has no more to show.
const QUANTIZATION = 4e4;
// In square degrees: corners of less than eight square pixels at zoom 7 are left out. Half of that makes the file a
// fifth larger and cannot be told apart at the zooms where a country fits the screen.
const SMALLEST_CORNER = 1e-3;

const OUTPUT = "public/basemap/countries.json";

/** Cuts Natural Earth's countries at ±180°, simplifies them and gives each its code, name and label point. */
export function toBasemapFile(atlas: Atlas): BasemapTopology {
  const countries = cutAtAntimeridian(feature(atlas, atlas.objects.countries));
  const described: FeatureCollection<Geometry, CountryProperties> = {
    type: "FeatureCollection",
    features: countries.features.map(({ id, geometry, properties }) => ({
      type: "Feature",
      geometry,
      properties: toProperties(id, String(properties?.name), geometry),
    })),
  };
  return quantize(
    simplify(presimplify(topology({ countries: described }, QUANTIZATION)), SMALLEST_CORNER),
    QUANTIZATION,
  );
}

// On a sphere a ring may run over ±180°; on a flat map its line would cross the whole world. Projecting to plain
// longitude and latitude clips at the antimeridian as d3 does for every projection.
function cutAtAntimeridian(countries: FeatureCollection): FeatureCollection {
  const plain = geoEquirectangular()
    .reflectY(true)
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0);
  const flat = geoProject(countries, plain);
  const features = flat.features.map((shape, i): Feature => {
    const country = countries.features[i];
    if (!country) throw new Error(`Feature ${i}: it has no counterpart in the atlas.`);
    return { ...country, geometry: shape.geometry };
  });
  return { type: "FeatureCollection", features };
}

function toProperties(id: Feature["id"], name: string, geometry: Geometry): CountryProperties {
  const largest = toLargestRing(geometry, name);
  const label = toLonLat(locateLabelPoint(largest));
  return {
    code: toAlpha2(id, name),
    name: toFullName(name),
    label: [toHundredths(label.lon), toHundredths(label.lat)],
    rank: toRank(largest, toFullName(name)),
  };
}

// The atlas numbers its countries by ISO 3166-1 numeric, which are the UN's area codes; the runtime's locale data
// knows the letters for them. Kosovo has no number, but a code in general use.
function toAlpha2(id: Feature["id"], name: string): string | null {
  if (name === "Kosovo") return "XK";
  // Ashmore and Cartier bears Australia's number; one code, one shape.
  if (id === undefined || name.startsWith("Ashmore")) return null;
  const { region } = new Intl.Locale(`und-${id}`);
  return region && /^[A-Z]{2}$/.test(region) ? region : null;
}

const ABBREVIATIONS: Record<string, string> = {
  "United States of America": "United States",
  "Dem. Rep. Congo": "DR Congo",
  "Fr. S. Antarctic Lands": "French Southern Lands",
  "S. Geo. and the Is.": "South Georgia",
  "Dominican Rep.": "Dominican Republic",
  "Central African Rep.": "Central African Republic",
  "Bosnia and Herz.": "Bosnia and Herzegovina",
  "Antigua and Barb.": "Antigua and Barbuda",
  "St. Vin. and Gren.": "St. Vincent and the Grenadines",
  "S. Sudan": "South Sudan",
  "W. Sahara": "Western Sahara",
  "N. Cyprus": "Northern Cyprus",
  "N. Mariana Is.": "Northern Mariana Islands",
  "Eq. Guinea": "Equatorial Guinea",
  "Fr. Polynesia": "French Polynesia",
  "Br. Indian Ocean Ter.": "British Indian Ocean Territory",
  "Indian Ocean Ter.": "Indian Ocean Territories",
  "Heard I. and McDonald Is.": "Heard and McDonald Islands",
};

function toFullName(name: string): string {
  return ABBREVIATIONS[name] ?? name.replace(/\bIs\./, "Islands");
}

// A label in spaced capitals takes about nine pixels a letter; a country is labelled from the zoom on at which it
// is about as wide, or its name would name the neighbours.
function toRank(ring: readonly WorldPoint[], name: string): number {
  const width = Math.sqrt(toArea(ring)) * 256;
  return toHundredths(Math.max(1, Math.log2((name.length * 9) / width)) - 0.4);
}

function toLargestRing(geometry: Geometry, name: string): WorldPoint[] {
  const outer =
    geometry.type === "Polygon"
      ? geometry.coordinates.slice(0, 1)
      : geometry.type === "MultiPolygon"
        ? geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1))
        : [];
  const rings = outer.map((ring) => ring.map(([lon = 0, lat = 0]: Position) => toWorldPoint(lon, lat)));
  const largest = rings.toSorted((a, b) => toArea(b) - toArea(a))[0];
  if (!largest) throw new Error(`${name}: the atlas has no area for it.`);
  return largest;
}

function toArea(ring: readonly WorldPoint[]): number {
  let [ax, ay] = ring.at(-1) ?? [0, 0];
  let twice = 0;
  for (const [bx, by] of ring) {
    twice += ax * by - bx * ay;
    ax = bx;
    ay = by;
  }
  return Math.abs(twice) / 2;
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function loadAtlas(): Atlas {
  const file = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
  return JSON.parse(readFileSync(file, "utf8"));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const json = JSON.stringify(toBasemapFile(loadAtlas()));
  mkdirSync(path.dirname(OUTPUT), { recursive: true });
  writeFileSync(OUTPUT, `${json}\n`);
  console.log(`${OUTPUT}: ${Math.round(json.length / 1000)} kB`);
}
