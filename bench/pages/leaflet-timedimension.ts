import "../page/leaflet-map";
import "leaflet-timedimension";
import L from "leaflet";
import { SYNTHETIC_START } from "@/scripts/generate-model";
import { EXTENT } from "../page/columns";
import { enter } from "../page/contest";
import { createMap, toCircleStyle, toFeature } from "../page/leaflet-map";

// It shows what overlaps a duration up to its current time, which must be one of a list of times.
const MINUTE = 60_000;
const TIMES = 4000;
const map = createMap();
let dimension: L.TimeDimension;

enter({
  load(events, window) {
    const times = Array.from({ length: TIMES + 1 }, (_, step) => toTime((step / TIMES) * EXTENT));
    dimension = L.timeDimension({ times, currentTime: toTime(window.end) });
    const all = L.geoJSON(null, {
      pointToLayer: ({ properties }, position) =>
        L.circleMarker(position, toCircleStyle(properties.category)),
    });
    for (let row = 0; row < events.length; row += 1) {
      const feature = toFeature(events, row);
      all.addData({
        ...feature,
        properties: { ...feature.properties, times: feature.properties.times.map(toTime) },
      } as GeoJSON.Feature);
    }
    const duration = `PT${window.end - window.start}M`;
    L.timeDimension.layer.geoJson(all, { duration, timeDimension: dimension }).addTo(map);
  },
  frame: ({ end }) => dimension.setCurrentTime(toTime(end)),
});

function toTime(minute: number): number {
  return SYNTHETIC_START + Math.round(minute) * MINUTE;
}
