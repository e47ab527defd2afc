import { createCanvas } from "../page/canvas";
import { type Cells, drawCells, toCells } from "../page/cells";
import { type Columns, EXTENT, WIDTH } from "../page/columns";
import { enter, type Stretch } from "../page/contest";

// R2, the other bare floor: starts and ends counted by pixel of the timeline and cell of the map, and summed along
// time. What overlaps a window is what has started before its end less what has ended by its start: two rows
// subtracted, however many events there are. The idea is that of Falcon (Moritz et al., CHI 2019).
const context = createCanvas();
let cells: Cells;
let starts: Uint32Array;
let ends: Uint32Array;

enter({
  load(events, window) {
    cells = toCells(events);
    starts = toSums(events.start, cells);
    ends = toSums(events.end, cells);
    draw(window);
  },
  frame: draw,
});

function draw({ start, end }: Stretch): void {
  const begun = Math.round((end / EXTENT) * WIDTH) * cells.length;
  const over = Math.round((start / EXTENT) * WIDTH) * cells.length;
  drawCells(context, cells, (cell) => (starts[begun + cell] as number) - (ends[over + cell] as number));
}

/** Row `pixel` holds for each cell how many of its minutes lie before that pixel of the timeline. */
function toSums(minutes: Columns["start"], { length, of }: Cells): Uint32Array {
  const sums = new Uint32Array((WIDTH + 1) * length);
  for (const [row, minute] of minutes.entries()) {
    const pixel = Math.floor((minute / EXTENT) * WIDTH) + 1;
    if (pixel > WIDTH) continue;
    const place = pixel * length + (of[row] as number);
    sums[place] = (sums[place] as number) + 1;
  }
  for (let place = length; place < sums.length; place += 1)
    sums[place] = (sums[place] as number) + (sums[place - length] as number);
  return sums;
}
