import type { Geometry, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { LonLat } from "../record/record";

/** What the basemap's file says of each country beside its shape. */
export type CountryProperties = {
  /** ISO 3166-1 alpha-2; `null` where ISO has none. */
  readonly code: string | null;
  readonly name: string;
  /** Degrees: where its label has most room. */
  readonly label: readonly [lon: number, lat: number];
  /** Zoom level from which its label fits. */
  readonly rank: number;
};

export type BasemapTopology = Topology<{
  countries: GeometryCollection<CountryProperties>;
}>;

/** A chain of points in degrees. */
export type Line = readonly Position[];

export type Country = {
  readonly code: string | null;
  readonly name: string;
  readonly label: LonLat;
  readonly rank: number;
  /** Closed rings in degrees, cut at ±180°; holes follow their outer ring. */
  readonly rings: readonly Line[];
};

export type Basemap = {
  readonly countries: readonly Country[];
  readonly coast: readonly Line[];
  readonly borders: readonly Line[];
};

/** Reads the basemap's file; throws if it is not a topology with countries. */
export function parseBasemap(file: unknown): Basemap {
  if (!isBasemapTopology(file)) throw new Error("Basemap: the file is not a topology of countries.");
  const { countries } = file.objects;
  return {
    countries: feature(file, countries).features.map(({ geometry, properties }) => ({
      code: properties.code,
      name: properties.name,
      label: { lon: properties.label[0], lat: properties.label[1] },
      rank: properties.rank,
      rings: ringsOf(geometry),
    })),
    coast: withoutSeams(mesh(file, countries, (a, b) => a === b).coordinates),
    borders: withoutSeams(mesh(file, countries, (a, b) => a !== b).coordinates),
  };
}

/** The lines without the stretches along ±180° and the poles, where the map was cut and no coast is. */
export function withoutSeams(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => {
    const parts: Position[][] = [[]];
    line.forEach((point, i) => {
      const before = line[i - 1];
      if (before && isOnSeam(before, point)) parts.push([]);
      parts.at(-1)?.push(point);
    });
    return parts.filter((part) => part.length > 1);
  });
}

function isOnSeam([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): boolean {
  // The file is quantised to a few thousandths of a degree.
  const isAntimeridian = Math.abs(ax) > 179.99 && Math.abs(bx) > 179.99;
  return isAntimeridian || (Math.abs(ay) > 89.9 && Math.abs(by) > 89.9);
}

function ringsOf(geometry: Geometry | null): Line[] {
  if (geometry?.type === "Polygon") return geometry.coordinates;
  if (geometry?.type === "MultiPolygon") return geometry.coordinates.flat();
  return [];
}

function isBasemapTopology(file: unknown): file is BasemapTopology {
  if (typeof file !== "object" || file === null || !("type" in file) || !("objects" in file)) return false;
  const { type, objects } = file;
  return type === "Topology" && typeof objects === "object" && objects !== null && "countries" in objects;
}
