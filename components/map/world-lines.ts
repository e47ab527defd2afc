import type { Basemap, Line } from "@/core/geo/basemap";
import { toWorldPoint } from "@/core/geo/mercator";
import type { CanvasFrame } from "./view-canvas";

/** A chain of points in world units (0 to 1), x and y in turn, with the box around them. */
export type WorldLine = {
  readonly points: Float64Array;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
};

export type WorldLines = {
  readonly land: readonly WorldLine[];
  readonly coast: readonly WorldLine[];
  readonly borders: readonly WorldLine[];
};

/** Projects the basemap once, so that drawing only scales. */
export function toWorldLines({ countries, coast, borders }: Basemap): WorldLines {
  return {
    land: countries.flatMap(({ rings }) => rings.map(toWorldLine)),
    coast: coast.map(toWorldLine),
    borders: borders.map(toWorldLine),
  };
}

/** Adds to the context's path every line that shows, in each copy of the world that shows. */
export function traceLines(frame: CanvasFrame, lines: readonly WorldLine[]): void {
  const { context, zoom, origin, width, height } = frame;
  const scale = 256 * 2 ** zoom;
  const top = origin.y / scale;
  const bottom = (origin.y + height) / scale;
  const left = origin.x / scale;
  const right = (origin.x + width) / scale;
  for (let copy = Math.floor(left); copy <= Math.floor(right); copy++) {
    for (const line of lines) {
      if (line.south < top || line.north > bottom || line.east + copy < left || line.west + copy > right) {
        continue;
      }
      traceLine(context, line.points, scale, copy * scale - origin.x, -origin.y);
    }
  }
}

function traceLine(
  context: CanvasRenderingContext2D,
  points: Float64Array,
  scale: number,
  shiftX: number,
  shiftY: number,
): void {
  let lastX = (points[0] ?? 0) * scale + shiftX;
  let lastY = (points[1] ?? 0) * scale + shiftY;
  context.moveTo(lastX, lastY);
  const end = points.length - 2;
  for (let i = 2; i <= end; i += 2) {
    const x = (points[i] ?? 0) * scale + shiftX;
    const y = (points[i + 1] ?? 0) * scale + shiftY;
    // Far out, dozens of points share a pixel; the last one is kept so that rings close.
    if (i < end && Math.abs(x - lastX) + Math.abs(y - lastY) < 0.8) continue;
    context.lineTo(x, y);
    lastX = x;
    lastY = y;
  }
}

function toWorldLine(line: Line): WorldLine {
  const points = new Float64Array(line.length * 2);
  let [west, north, east, south] = [1, 1, 0, 0];
  line.forEach(([lon = 0, lat = 0], i) => {
    const [x, y] = toWorldPoint(lon, lat);
    points[2 * i] = x;
    points[2 * i + 1] = y;
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  });
  return { points, west, north, east, south };
}
