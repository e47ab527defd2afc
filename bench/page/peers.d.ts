// The parts that are used of packages that come without types, or with types that point nowhere.
import "leaflet";
import type { Feature, FeatureCollection } from "geojson";

declare module "leaflet" {
  function markerClusterGroup(options: {
    animate: boolean;
    removeOutsideVisibleBounds: boolean;
  }): LayerGroup & { addLayers(markers: readonly Layer[]): void };

  type Timeline = GeoJSON & { setTime(time: number): void };
  function timeline(
    events: FeatureCollection,
    options: GeoJSONOptions & {
      drawOnSetTime: boolean;
      getInterval: (feature: Feature<Geometry, { start: number; end: number }>) => {
        start: number;
        end: number;
        startExclusive: boolean;
        endExclusive: boolean;
      };
    },
  ): Timeline;

  type TimeDimension = Layer & { setCurrentTime(time: number): void };
  function timeDimension(options: { times: readonly number[]; currentTime: number }): TimeDimension;
  namespace timeDimension {
    const layer: {
      geoJson(base: GeoJSON, options: { duration: string; timeDimension: TimeDimension }): Layer;
    };
  }
}
