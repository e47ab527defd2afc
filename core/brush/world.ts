import { toWorldPoint } from "../geo/mercator";

/** A point of the Web Mercator square in 2^24ths of the world from its west and from its north edge: about 2.4 m. */
export type World = { readonly x: number; readonly y: number };

/** How finely the square is divided: the database, the wire and the screen count in the same units. */
export const WORLD_BITS = 24;
const SIZE = 2 ** WORLD_BITS;

/** Degrees (WGS84) to world units; what lies beyond the square counts at its edge. */
export function toWorld(lon: number, lat: number): World {
  const [x, y] = toWorldPoint(lon, lat);
  return { x: toUnit(x), y: toUnit(y) };
}

function toUnit(portion: number): number {
  return Math.min(Math.max(Math.floor(portion * SIZE), 0), SIZE - 1);
}

/** The cell of what has no place. */
export const NO_CELL = -1;

/** The deepest level of cells whose numbers fit a 32-bit integer. */
export const DEEPEST_LEVEL = 15;

/** The cell of a point at a level: the square is 2^level cells wide, and a cell's number is x · 2^level + y. */
export function toCell(x: number, y: number, level: number): number {
  const shift = WORLD_BITS - level;
  return (x >> shift) * 2 ** level + (y >> shift);
}

/** The cell, `steps` levels up, in which a cell of the level lies. */
export function toParentCell(cell: number, level: number, steps: number): number {
  const size = 2 ** level;
  return (Math.floor(cell / size) >> steps) * 2 ** (level - steps) + ((cell % size) >> steps);
}
