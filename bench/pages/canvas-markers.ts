import type L from "leaflet";
import type { Columns } from "../page/columns";
import { enter, type Stretch } from "../page/contest";
import { createMap, toCircle } from "../page/leaflet-map";
import { createWindowDiff, type WindowDiff } from "../page/window-diff";

// Leaflet alone, used as well as it can be: its canvas, and only what enters or leaves the window is touched.
const map = createMap();
const shown = new Map<number, L.CircleMarker>();
let events: Columns;
let diff: WindowDiff;

enter({
  load(columns, window) {
    events = columns;
    diff = createWindowDiff(events);
    draw(window);
  },
  frame: draw,
});

function draw(window: Stretch): void {
  const { entered, left } = diff.moveTo(window);
  for (const row of left) {
    shown.get(row)?.remove();
    shown.delete(row);
  }
  for (const row of entered) shown.set(row, toCircle(events, row).addTo(map));
}
