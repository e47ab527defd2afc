import type { GeoBox } from "../geo/fit";
import { toLonLat } from "../geo/mercator";
import { wrapLongitude } from "../geo/unwrap";
import { CATEGORIES } from "../record/vocabulary";
import type { Range } from "../time/instant";
import { type CategoryMask, type CellGroups, type Crowd, createCounts } from "./crowd";

/** A part of the Web Mercator square, 0 to 1; `west` lies in [0, 1), `east` beyond 1 lies across the date line. */
export type WorldBox = {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
};

/** The part of the world between edges that may lie in any copy of it. */
export function toWorldBox(west: number, north: number, east: number, south: number): WorldBox {
  const [top, bottom] = [Math.max(0, north), Math.min(1, south)];
  if (east - west >= 1) return { west: 0, north: top, east: 1, south: bottom };
  const copy = Math.floor(west);
  return { west: west - copy, north: top, east: east - copy, south: bottom };
}

/** The box with `portion` of its size added on each side. */
export function widenBox({ west, north, east, south }: WorldBox, portion: number): WorldBox {
  const [dx, dy] = [(east - west) * portion, (south - north) * portion];
  return toWorldBox(west - dx, north - dy, east + dx, south + dy);
}

export function covers(outer: WorldBox, inner: WorldBox): boolean {
  if (outer.east - outer.west >= 1) return outer.north <= inner.north && outer.south >= inner.south;
  const shift = inner.west < outer.west ? 1 : 0;
  return (
    outer.north <= inner.north &&
    outer.south >= inner.south &&
    outer.west <= inner.west + shift &&
    outer.east >= inner.east + shift
  );
}

/** The box in degrees; `west` greater than `east` crosses the date line. */
export function toDegrees({ west, north, east, south }: WorldBox): GeoBox {
  const [first, last] = [toLonLat([west, north]), toLonLat([east, south])];
  const isWhole = east - west >= 1;
  return {
    west: isWhole ? -180 : wrapLongitude(first.lon),
    east: isWhole ? 180 : wrapLongitude(last.lon),
    south: last.lat,
    north: first.lat,
  };
}

/** The part of the world that a cell of the level covers. */
export function toCellBox(cell: number, level: number): WorldBox {
  const size = 2 ** level;
  const [x, y] = [Math.floor(cell / size), cell % size];
  return { west: x / size, north: y / size, east: (x + 1) / size, south: (y + 1) / size };
}

/** Events of the window in the groups whose middle lies in the box: an estimate, as good as the groups are fine. */
export function countBox(
  crowd: Crowd,
  groups: CellGroups,
  box: WorldBox,
  window: Range,
  mask: CategoryMask,
): number {
  const counts = createCounts(groups, CATEGORIES.length);
  crowd.countCells(groups, window, window.start, mask, counts);
  let sum = 0;
  for (let group = 0; group < groups.size; group++) {
    const x = groups.x[group] ?? 0;
    const y = groups.y[group] ?? 0;
    const isInside = y >= box.north && y < box.south && (x < box.west ? x + 1 : x) < box.east;
    if (isInside) sum += (counts.past[group] ?? 0) + (counts.now[group] ?? 0) + (counts.future[group] ?? 0);
  }
  return sum;
}
