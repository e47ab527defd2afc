import "../page/leaflet-map";
import "vis-timeline/styles/vis-timeline-graph2d.min.css";
import { DataSet } from "vis-data/peer";
import { Timeline } from "vis-timeline/peer";
import { CATEGORIES } from "@/core/record/vocabulary";
import { SYNTHETIC_START } from "@/scripts/generate-model";
import { type Columns, HEIGHT, WIDTH } from "../page/columns";
import { enter, type Stretch } from "../page/contest";
import { createMap } from "../page/leaflet-map";
import { createClusters } from "../page/markercluster";

// The usual pair: a timeline of elements below a map that clusters. Nothing is stacked, which is its fastest way.
const MINUTE = 60_000;
const MAP_HEIGHT = 450;
const map = createMap(MAP_HEIGHT);
let timeline: Timeline;
let drawMap: (window: Stretch) => void;

enter({
  load(events, window) {
    const container = document.createElement("div");
    container.style.width = `${WIDTH}px`;
    document.body.append(container);
    const items = Array.from({ length: events.length }, (_, row) => toItem(events, row));
    const groups = CATEGORIES.map((content, id) => ({ id, content }));
    timeline = new Timeline(container, new DataSet(items), new DataSet(groups), {
      ...toView(window),
      height: HEIGHT - MAP_HEIGHT,
      stack: false,
      showTooltips: false,
    });
    drawMap = createClusters(map, events);
    drawMap(window);
  },
  frame(window) {
    const { start, end } = toView(window);
    timeline.setWindow(start, end, { animation: false });
    drawMap(window);
  },
});

function toItem(events: Columns, row: number) {
  const { start, end } = toView({ start: events.start[row] as number, end: events.end[row] as number });
  return { id: row, group: events.category[row] as number, start, end, content: "" };
}

function toView({ start, end }: Stretch) {
  return {
    start: new Date(SYNTHETIC_START + start * MINUTE),
    end: new Date(SYNTHETIC_START + end * MINUTE),
  };
}
