type Point = readonly [number, number];
type Ring = readonly Point[];
type Cell = { readonly x: number; readonly y: number; readonly distance: number };

// A label is several times wider than tall, so room to the left and right counts half of room above and below.
const FLATTEN = 0.5;
const GRID = 24;
const ROUNDS = 3;

/**
 * The point inside a ring (planar coordinates, closed) that has most room for a line of text around it.
 * Good to a small part of the ring's size; throws a RangeError if the ring has no area.
 */
export function locateLabelPoint(ring: Ring): Point {
  const flat = ring.map(([x, y]): Point => [x * FLATTEN, y]);
  const xs = flat.map(([x]) => x);
  const ys = flat.map(([, y]) => y);
  const west = Math.min(...xs);
  const south = Math.min(...ys);
  const width = Math.max(...xs) - west;
  const height = Math.max(...ys) - south;
  if (!(width > 0 && height > 0)) throw new RangeError(`Ring of ${ring.length} points: it has no area.`);

  let best: Cell = { x: west + width / 2, y: south + height / 2, distance: Number.NEGATIVE_INFINITY };
  let reach = { x: width / 2, y: height / 2 };
  // Each round lays a grid over the surroundings of the best point of the round before.
  for (let round = 0; round < ROUNDS; round++) {
    best = locateRoomiest(flat, best, reach);
    reach = { x: (reach.x * 3) / GRID, y: (reach.y * 3) / GRID };
  }
  return [best.x / FLATTEN, best.y];
}

function locateRoomiest(ring: Ring, centre: Cell, reach: { x: number; y: number }): Cell {
  let best = centre;
  for (let row = 0; row <= GRID; row++) {
    for (let column = 0; column <= GRID; column++) {
      const x = centre.x + reach.x * ((2 * column) / GRID - 1);
      const y = centre.y + reach.y * ((2 * row) / GRID - 1);
      const distance = toSignedDistance(ring, x, y);
      if (distance > best.distance) best = { x, y, distance };
    }
  }
  return best;
}

/** Distance to the ring's edge, negative outside of it. */
function toSignedDistance(ring: Ring, x: number, y: number): number {
  let isInside = false;
  let nearest = Number.POSITIVE_INFINITY;
  let [ax, ay] = ring.at(-1) ?? [0, 0];
  for (const [bx, by] of ring) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along =
      length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    nearest = Math.min(nearest, Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y));
    ax = bx;
    ay = by;
  }
  return isInside ? nearest : -nearest;
}
