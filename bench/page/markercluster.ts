import "./leaflet-map";
import "leaflet.markercluster/dist/MarkerCluster.css";
import "leaflet.markercluster/dist/MarkerCluster.Default.css";
import "leaflet.markercluster";
import L from "leaflet";
import type { Columns } from "./columns";
import type { Stretch } from "./contest";
import { createWindowDiff } from "./window-diff";

// The pictures that Leaflet's own pin is made of would have to be served; an empty element costs no more.
const DOT = L.divIcon({ iconSize: [8, 8] });

/** Feeds leaflet.markercluster with what is in the window. */
export function createClusters(map: L.Map, events: Columns): (window: Stretch) => void {
  const group = L.markerClusterGroup({ animate: false, removeOutsideVisibleBounds: true });
  group.addTo(map);
  const diff = createWindowDiff(events);
  const markers = new Map<number, L.Marker>();
  return (window) => {
    const { entered, left } = diff.moveTo(window);
    for (const row of left) markers.delete(row);
    for (const row of entered)
      markers.set(row, L.marker([events.lat[row] as number, events.lon[row] as number], { icon: DOT }));
    // By the calls that it has for many at once.
    group.clearLayers();
    group.addLayers([...markers.values()]);
  };
}
