import type { Stretch } from "../page/contest";
import { enter } from "../page/contest";
import { createMap } from "../page/leaflet-map";
import { createClusters } from "../page/markercluster";

const map = createMap();
let draw: (window: Stretch) => void;

enter({
  load(events, window) {
    draw = createClusters(map, events);
    draw(window);
  },
  frame: (window) => draw(window),
});
