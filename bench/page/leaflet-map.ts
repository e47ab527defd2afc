import "leaflet/dist/leaflet.css";
import L from "leaflet";
import { type Columns, HEIGHT, WIDTH, ZOOM } from "./columns";

// The plug-ins of Leaflet look for it here.
Object.assign(window, { L });

const COLOURS = ["#3b6ea8", "#7a5ea8", "#b5443a", "#4f8a5b", "#8a7f6d"];

/** A map of the whole world, without tiles: what is measured is drawing events. */
export function createMap(height = HEIGHT): L.Map {
  const container = document.createElement("div");
  container.style.cssText = `width: ${WIDTH}px; height: ${height}px`;
  document.body.append(container);
  return L.map(container, {
    center: [0, 0],
    zoom: ZOOM,
    maxZoom: 18,
    zoomAnimation: false,
    fadeAnimation: false,
    preferCanvas: true,
  });
}

export function toCircle(events: Columns, row: number): L.CircleMarker {
  return L.circleMarker(
    [events.lat[row] as number, events.lon[row] as number],
    toCircleStyle(events.category[row] as number),
  );
}

export function toCircleStyle(category: number): L.CircleMarkerOptions {
  return { radius: 3, stroke: false, fillOpacity: 0.7, fillColor: COLOURS[category] ?? "black" };
}

export type EventFeature = GeoJSON.Feature<
  GeoJSON.Point,
  { start: number; end: number; category: number; times: readonly [number, number] }
>;

/** The event as GeoJSON; times in minutes. */
export function toFeature(events: Columns, row: number): EventFeature {
  const [start, end] = [events.start[row] as number, events.end[row] as number];
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [events.lon[row] as number, events.lat[row] as number] },
    properties: { start, end, category: events.category[row] as number, times: [start, end] },
  };
}
