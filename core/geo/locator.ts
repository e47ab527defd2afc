import type { LonLat } from "../record/record";
import type { Basemap, Country, Line } from "./basemap";
import { fitBox } from "./fit";
import { toWorldPoint, type WorldPoint } from "./mercator";
import { nearestCopy } from "./unwrap";

/** A still map, as SVG paths and points in pixels of its own size. */
export type Locator = {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly coast: string;
  readonly borders: string;
  /** The countries asked for, by code. */
  readonly areas: string;
  readonly points: readonly WorldPoint[];
  /** Pixels in a kilometre at each of the points. */
  readonly scales: readonly number[];
};

export type LocatorOptions = {
  readonly width: number;
  readonly height: number;
  /** What must show, in degrees. */
  readonly points: readonly LonLat[];
  /** ISO 3166-1 alpha-2 codes of countries to outline as areas. */
  readonly countries: readonly string[];
};

const EARTH_KM = 40_075;
// About 2400 km across: enough of the coast that one knows where one is.
const NARROWEST = 0.06;
// Room around the outermost points, as a part of what is shown.
const MARGIN = 0.15;

/** Fits the basemap around the points, across the date line where that is shorter; the whole width of the world if none. */
export function layOutLocator(
  basemap: Basemap,
  { width, height, points, countries }: LocatorOptions,
): Locator {
  const wanted = basemap.countries.filter(({ code }) => code !== null && countries.includes(code));
  const { centre, scale, middle } = fitView([...points, ...wanted.flatMap(toMainland)], width, height);
  const toPixel = (lon: number, lat: number): WorldPoint => {
    const [x, y] = toWorldPoint(lon, lat);
    return [(x - centre[0]) * scale + width / 2, (y - centre[1]) * scale + height / 2];
  };
  const copies = [-360, 0, 360];
  const trace = (lines: readonly Line[], isClosed: boolean) =>
    copies
      .flatMap((shift) => lines.map((line) => tracePath(line, shift, toPixel, { width, height }, isClosed)))
      .join("");
  return {
    width,
    height,
    land: trace(
      basemap.countries.flatMap(({ rings }) => rings),
      true,
    ),
    coast: trace(basemap.coast, false),
    borders: trace(basemap.borders, false),
    areas: trace(
      wanted.flatMap(({ rings }) => rings),
      true,
    ),
    points: points.map(({ lon, lat }) => toPixel(nearestCopy(lon, middle), lat)),
    scales: points.map(
      ({ lat }) => scale / (EARTH_KM * Math.cos((Math.min(Math.abs(lat), 85) * Math.PI) / 180)),
    ),
  };
}

// The largest of a country's parts stands for it: its islands overseas would shrink it to nothing.
function toMainland({ rings }: Country): LonLat[] {
  const widths = rings.map((ring) => {
    const lons = ring.map(([lon = 0]) => lon);
    return Math.max(...lons) - Math.min(...lons);
  });
  const mainland = rings[widths.indexOf(Math.max(...widths))] ?? [];
  return mainland.map(([lon = 0, lat = 0]) => ({ lon, lat }));
}

/** Centre in world units, pixels in a world, and the longitude in the middle. */
function fitView(points: readonly LonLat[], width: number, height: number) {
  // Without a place: the inhabited world, which lies mostly north of the equator.
  const box = fitBox(points) ?? { west: -180, east: 180, south: -40, north: 70 };
  const [left, top] = toWorldPoint(box.west, box.north);
  const [right, bottom] = toWorldPoint(box.east, box.south);
  const across = Math.min(
    Math.max(right - left, (bottom - top) * (width / height), NARROWEST) * (1 + 2 * MARGIN),
    1,
  );
  // Never so far out that the square of the world ends inside the picture.
  const scale = Math.max(width / across, height);
  const half = height / scale / 2;
  const y = Math.min(Math.max((top + bottom) / 2, half), 1 - half);
  const centre: WorldPoint = [(left + right) / 2, y];
  return { centre, scale, middle: (box.west + box.east) / 2 };
}

function tracePath(
  line: Line,
  shift: number,
  toPixel: (lon: number, lat: number) => WorldPoint,
  { width, height }: { width: number; height: number },
  isClosed: boolean,
): string {
  const pixels = line.map(([lon = 0, lat = 0]) => toPixel(lon + shift, lat));
  const xs = pixels.map(([x]) => x);
  const ys = pixels.map(([, y]) => y);
  const isOutside =
    Math.max(...xs) < 0 || Math.min(...xs) > width || Math.max(...ys) < 0 || Math.min(...ys) > height;
  if (isOutside) return "";
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  let path = "";
  pixels.forEach(([x, y], i) => {
    // Points that share a pixel add nothing but weight; the last is kept so that lines meet.
    if (i < pixels.length - 1 && Math.abs(x - lastX) + Math.abs(y - lastY) < 0.8) return;
    path += `${path === "" ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
    [lastX, lastY] = [x, y];
  });
  return isClosed ? `${path}Z` : path;
}
