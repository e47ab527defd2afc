import crossfilter from "crossfilter2";
import { createCanvas } from "../page/canvas";
import { type Cells, drawCells, toCells } from "../page/cells";
import type { Columns } from "../page/columns";
import { enter, type Stretch } from "../page/contest";

const context = createCanvas();
let cells: Cells;
let start: crossfilter.Dimension<number, number>;
let end: crossfilter.Dimension<number, number>;
let group: crossfilter.Group<number, number, number>;

enter({
  load(events, window) {
    cells = toCells(events);
    const filter = crossfilter(Array.from({ length: events.length }, (_, row) => row));
    const toDimension = (column: Columns["start"] | Cells["of"]) =>
      filter.dimension((row) => column[row] as number);
    start = toDimension(events.start);
    end = toDimension(events.end);
    group = toDimension(cells.of).group().reduceCount() as crossfilter.Group<number, number, number>;
    draw(window);
  },
  frame: draw,
});

function draw(window: Stretch): void {
  start.filterRange([Number.NEGATIVE_INFINITY, window.end]);
  end.filterRange([window.start + 1, Number.POSITIVE_INFINITY]);
  const counts = new Uint32Array(cells.length);
  for (const { key, value } of group.all()) counts[key] = value;
  drawCells(context, cells, (cell) => counts[cell] as number);
}
