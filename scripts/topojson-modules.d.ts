// Neither of these packages brings types; only what the basemap's build calls is declared.
declare module "topojson-server" {
  import type { FeatureCollection, Geometry } from "geojson";
  import type { GeometryCollection, Topology } from "topojson-specification";
  export function topology<P extends object>(
    objects: { countries: FeatureCollection<Geometry, P> },
    quantization: number,
  ): Topology<{ countries: GeometryCollection<P> }>;
}

declare module "topojson-simplify" {
  import type { Topology } from "topojson-specification";
  export function presimplify<T extends Topology>(topology: T): T;
  export function simplify<T extends Topology>(topology: T, minimumWeight: number): T;
}

declare module "d3-geo-projection" {
  import type { GeoStreamWrapper } from "d3-geo";
  import type { FeatureCollection } from "geojson";
  export function geoProject(object: FeatureCollection, projection: GeoStreamWrapper): FeatureCollection;
}
