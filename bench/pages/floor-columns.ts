import { createCanvas } from "../page/canvas";
import { type Columns, countBelow, HEIGHT, WIDTH } from "../page/columns";
import { enter, type Stretch } from "../page/contest";

// R1, a bare floor: columns sorted by start, the window found by binary search, each event one pixel of one canvas,
// whose pixels are two CSS pixels wide.
const PIXEL = 2;
const ACROSS = WIDTH / PIXEL;
const context = createCanvas(PIXEL);
const image = context.createImageData(ACROSS, HEIGHT / PIXEL);
const pixels = new Uint32Array(image.data.buffer);

// As they lie in memory: alpha, blue, green, red.
const COLOURS = Uint32Array.of(0xffa86e3b, 0xffa85e7a, 0xff3a44b5, 0xff5b8a4f, 0xff6d7f8a);

// What lasts longer stands in a list of its own, so that the others are found within this distance before the window.
const SHORT = 22 * 1440;

type Rows = {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly at: Uint32Array;
  readonly colour: Uint32Array;
};

let short: Rows;
let long: Rows;

enter({
  load(events, window) {
    const [few, many]: number[][] = [[], []];
    for (let row = 0; row < events.length; row += 1) {
      ((events.end[row] as number) - (events.start[row] as number) > SHORT ? few : many)?.push(row);
    }
    short = toRows(events, many ?? []);
    long = toRows(events, few ?? []);
    draw(window);
  },
  frame: draw,
});

function draw({ start, end }: Stretch): void {
  pixels.fill(0);
  drawRows(long, 0, start, end);
  drawRows(short, countBelow(short.start, start - SHORT), start, end);
  context.putImageData(image, 0, 0);
}

function drawRows(rows: Rows, from: number, start: number, end: number): void {
  const to = countBelow(rows.start, end);
  for (let row = from; row < to; row += 1) {
    if ((rows.end[row] as number) <= start) continue;
    pixels[rows.at[row] as number] = rows.colour[row] as number;
  }
}

function toRows(events: Columns, rows: readonly number[]): Rows {
  return {
    start: Int32Array.from(rows, (row) => events.start[row] as number),
    end: Int32Array.from(rows, (row) => events.end[row] as number),
    at: Uint32Array.from(
      rows,
      (row) =>
        Math.floor((events.y[row] as number) / PIXEL) * ACROSS +
        Math.floor((events.x[row] as number) / PIXEL),
    ),
    colour: Uint32Array.from(rows, (row) => COLOURS[events.category[row] as number] as number),
  };
}
