import { type Columns, HEIGHT, WIDTH } from "./columns";

/** Map cells of 16 CSS pixels, those only that hold events. */
export type Cells = {
  /** How many there are. */
  readonly length: number;
  /** For each event the index of its cell. */
  readonly of: Uint16Array;
  /** For each cell its upper left corner. */
  readonly x: Uint16Array;
  readonly y: Uint16Array;
};

const SIZE = 16;
const ACROSS = WIDTH / SIZE;
const DOWN = Math.ceil(HEIGHT / SIZE);

export function toCells(events: Columns): Cells {
  const indexes = new Map<number, number>();
  const of = new Uint16Array(events.length);
  for (let row = 0; row < events.length; row += 1) {
    const cell =
      Math.floor((events.y[row] as number) / SIZE) * ACROSS + Math.floor((events.x[row] as number) / SIZE);
    let index = indexes.get(cell);
    if (index === undefined) {
      index = indexes.size;
      indexes.set(cell, index);
    }
    of[row] = index;
  }
  if (indexes.size > ACROSS * DOWN)
    throw new Error(`${indexes.size} cells of ${ACROSS * DOWN}: events lie off the map.`);
  const corners = [...indexes.keys()];
  return {
    length: corners.length,
    of,
    x: Uint16Array.from(corners, (cell) => (cell % ACROSS) * SIZE),
    y: Uint16Array.from(corners, (cell) => Math.floor(cell / ACROSS) * SIZE),
  };
}

/** Draws a square in each cell that is not empty, darker and larger the more it holds, on a logarithmic scale. */
export function drawCells(
  context: CanvasRenderingContext2D,
  { length, x, y }: Cells,
  toCount: (cell: number) => number,
): void {
  context.clearRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = "#b5443a";
  for (let cell = 0; cell < length; cell += 1) {
    const count = toCount(cell);
    if (count === 0) continue;
    const strength = Math.min(1, 0.15 + Math.log2(count + 1) / 16);
    const side = SIZE * (0.4 + 0.6 * strength);
    context.globalAlpha = strength;
    context.fillRect(
      (x[cell] as number) + (SIZE - side) / 2,
      (y[cell] as number) + (SIZE - side) / 2,
      side,
      side,
    );
  }
}
