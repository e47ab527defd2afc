import "../page/leaflet-map";
import "leaflet.timeline";
import L from "leaflet";
import { enter } from "../page/contest";
import { createMap, toCircleStyle, toFeature } from "../page/leaflet-map";

// It shows an instant, not a window: an event is given the window's length more time, and the instant is its end.
const map = createMap();
let timeline: L.Timeline;

enter({
  load(events, window) {
    const length = window.end - window.start;
    const features = Array.from({ length: events.length }, (_, row) => toFeature(events, row));
    timeline = L.timeline(
      { type: "FeatureCollection", features },
      {
        drawOnSetTime: true,
        getInterval: ({ properties }) => ({
          start: properties.start,
          end: properties.end + length,
          endExclusive: true,
          startExclusive: true,
        }),
        pointToLayer: ({ properties }, position) =>
          L.circleMarker(position, toCircleStyle(properties.category)),
      },
    );
    timeline.addTo(map);
    timeline.setTime(window.end);
  },
  frame: ({ end }) => timeline.setTime(end),
});
