import { geoArea, geoCentroid, geoDistance } from "d3-geo";
import type { Geometry, Polygon, Position } from "geojson";
import { HALF_EARTH } from "./field-place";
import type { ImportPlace } from "./import-row";
import { memberOf } from "./json-value";
import type { Coordinates } from "./row-checks";

/** Where a geometry is and how far it reaches; `null` is nowhere, `string` the reason why it cannot be read. */
export type Extent = Coordinates & Pick<ImportPlace, "precision" | "radiusKm">;

/**
 * A point where it is; any other geometry as a region: its centroid, and the circle around it that holds all of it.
 * Holes and shape are lost, which a region of a dossier does not have.
 */
export function toExtent(geometry: unknown): Extent | string | null {
  if (geometry === null || geometry === undefined) return null;
  const vertices: Position[] = [];
  const reason = collectVertices(geometry, vertices, 0);
  if (reason !== null) return reason;
  const [first, ...others] = vertices;
  // An empty geometry is how some programs write that there is none.
  if (first === undefined) return null;
  if (others.length === 0) return { ...toCoordinates(first), precision: "exact", radiusKm: null };

  const centre = toCentre(geometry as Geometry, vertices).map(toSixDecimals);
  const radiusKm = toReach(centre, vertices) * EARTH_RADIUS_KM;
  if (radiusKm < SMALLEST_REGION_KM) return { ...toCoordinates(centre), precision: "exact", radiusKm: null };
  return {
    ...toCoordinates(centre),
    precision: "region",
    // Rounded up to what a map can show, so that nothing falls outside.
    radiusKm: Math.min(HALF_EARTH, Math.ceil(radiusKm * 10) / 10),
  };
}

const EARTH_RADIUS_KM = 6371;

// A building or a square is a place, and no region.
const SMALLEST_REGION_KM = 0.5;

const DEPTHS: ReadonlyMap<unknown, number> = new Map([
  ["Point", 0],
  ["MultiPoint", 1],
  ["LineString", 1],
  ["MultiLineString", 2],
  ["Polygon", 2],
  ["MultiPolygon", 3],
]);

// Collections may hold collections, which RFC 7946 advises against; deeper than this is no geometry of anybody's.
const MOST_NESTED = 8;

function collectVertices(geometry: unknown, into: Position[], nested: number): string | null {
  const type = memberOf(geometry, "type");
  if (type === "GeometryCollection") {
    const parts = memberOf(geometry, "geometries");
    if (!Array.isArray(parts) || nested > MOST_NESTED) return "The collection of geometries cannot be read.";
    for (const part of parts) {
      const reason = collectVertices(part, into, nested + 1);
      if (reason !== null) return reason;
    }
    return null;
  }
  const depth = DEPTHS.get(type);
  if (depth === undefined) return "The geometry is of no type that GeoJSON has.";
  const coordinates = memberOf(geometry, "coordinates");
  if (!Array.isArray(coordinates)) return `The ${type} has no coordinates.`;
  if (coordinates.length === 0) return null;
  return collectPositions(coordinates, depth, into);
}

function collectPositions(value: unknown, depth: number, into: Position[]): string | null {
  if (!Array.isArray(value)) return "The coordinates are not nested as the geometry's type wants.";
  if (depth > 0) {
    for (const part of value) {
      const reason = collectPositions(part, depth - 1, into);
      if (reason !== null) return reason;
    }
    return null;
  }
  const [lon, lat]: readonly unknown[] = value;
  if (typeof lon !== "number" || typeof lat !== "number" || !Number.isFinite(lon) || !Number.isFinite(lat)) {
    return "A position is not two numbers, longitude and latitude.";
  }
  if (Math.abs(lat) > 90) return `The latitude ${lat} is not within ±90°: GeoJSON has longitude first.`;
  if (Math.abs(lon) > 180) return `The longitude ${lon} is not within ±180°.`;
  into.push([lon, lat]);
  return null;
}

// A tenth of a metre: what is finer is noise of the sum.
function toSixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

function toCentre(geometry: Geometry, vertices: readonly Position[]): Position {
  const centre = geoCentroid(toWound(geometry));
  // Of what has no area or length of its own, such as a line from a point to itself, d3 makes NaN.
  if (centre.every(Number.isFinite)) return centre;
  const mean = geoCentroid({ type: "MultiPoint", coordinates: [...vertices] });
  return mean.every(Number.isFinite) ? mean : (vertices[0] ?? [0, 0]);
}

// d3 takes the other side of a ring that winds as RFC 7946 wants, and older files wind as they like: no area that
// an event happens in is more than half of the Earth.
function toWound(geometry: Geometry): Geometry {
  if (geometry.type === "Polygon") return woundPolygon(geometry);
  if (geometry.type === "GeometryCollection") {
    return { type: "GeometryCollection", geometries: geometry.geometries.map(toWound) };
  }
  if (geometry.type !== "MultiPolygon") return geometry;
  const coordinates = geometry.coordinates.map(
    (rings) => woundPolygon({ type: "Polygon", coordinates: rings }).coordinates,
  );
  return { type: "MultiPolygon", coordinates };
}

function woundPolygon(polygon: Polygon): Polygon {
  if (geoArea(polygon) <= 2 * Math.PI) return polygon;
  return { type: "Polygon", coordinates: polygon.coordinates.map((ring) => ring.toReversed()) };
}

// One by one: a coastline has more vertices than a function can have arguments.
function toReach(centre: Position, vertices: readonly Position[]): number {
  return vertices.reduce((most, vertex) => Math.max(most, geoDistance(toPair(centre), toPair(vertex))), 0);
}

function toPair([lon = 0, lat = 0]: Position): [number, number] {
  return [lon, lat];
}

function toCoordinates([lon = 0, lat = 0]: Position): Coordinates {
  return { lon, lat };
}
