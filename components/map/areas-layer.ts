import L from "leaflet";
import type { Country } from "@/core/geo/basemap";
import { withoutSeams } from "@/core/geo/basemap";
import { nearestCopy } from "@/core/geo/unwrap";
import type { Reading } from "@/core/record/reading";
import type { Id, Place } from "@/core/record/record";
import type { Instant, Range } from "@/core/time/instant";
import styles from "./areas.module.css";
import { toCategoryColour } from "./category-colour";
import { countCategories, toMarkState } from "./phase";
import { isArea } from "./sites";

export type AreasMoment = {
  readonly byPlace: ReadonlyMap<Id, readonly Reading[]>;
  readonly playhead: Instant;
  readonly window: Range;
  readonly selected: Id | null;
};

export type AreasLayer = {
  readonly draw: (moment: AreasMoment) => void;
  readonly recentre: () => void;
  readonly remove: () => void;
};

// A region whose extent nobody stated is drawn as large as an ordinary province.
const DEFAULT_RADIUS_KM = 100;

type Area = { readonly place: Place; readonly paths: readonly L.Path[]; shown: string };

/** Countries and regions as tinted areas: what is known to lie somewhere in them is given no point. */
export function addAreasLayer(
  map: L.Map,
  renderer: L.Renderer,
  places: () => ReadonlyMap<Id, Place>,
  countries: ReadonlyMap<string, Country>,
): AreasLayer {
  const areas = new Map<Id, Area>();

  function removeArea(id: Id): void {
    for (const path of areas.get(id)?.paths ?? []) path.remove();
    areas.delete(id);
  }

  return {
    draw({ byPlace, playhead, window, selected }) {
      const stale = new Set(areas.keys());
      for (const [id, readings] of byPlace) {
        const place = places().get(id);
        const state = toMarkState(readings, playhead, window);
        if (!place || !isArea(place) || !state) continue;
        stale.delete(id);
        let area = areas.get(id);
        if (!area) {
          const paths = toPaths(place, countries, map.getCenter().lng, renderer);
          // Behind the journeys, and its outline above its fill, whenever it comes.
          for (const path of paths.toReversed()) path.addTo(map).bringToBack();
          area = { place, paths, shown: "" };
          areas.set(id, area);
        }
        const isSelected = readings.some(({ event }) => event.id === selected);
        const category = countCategories(readings)[0]?.[0] ?? "other";
        paint(area, category, `${state.phase} ${state.status}${isSelected ? " selected" : ""}`);
      }
      for (const id of stale) removeArea(id);
    },
    recentre() {
      // Rings are few and seldom move to another copy of the world: drawing them anew is simplest.
      const centre = map.getCenter().lng;
      for (const area of areas.values()) {
        const fresh = toPaths(area.place, countries, centre, renderer);
        area.paths.forEach((path, i) => {
          const moved = fresh[i];
          if (path instanceof L.Polyline && moved instanceof L.Polyline) path.setLatLngs(moved.getLatLngs());
          else if (path instanceof L.Circle && moved instanceof L.Circle) path.setLatLng(moved.getLatLng());
        });
      }
    },
    remove() {
      for (const id of [...areas.keys()]) removeArea(id);
    },
  };
}

function toPaths(
  place: Place,
  countries: ReadonlyMap<string, Country>,
  centre: number,
  renderer: L.Renderer,
): L.Path[] {
  const base = { renderer, interactive: false };
  const country =
    place.precision === "country" && place.countryCode ? countries.get(place.countryCode) : undefined;
  if (!country) {
    const radius = (place.radiusKm ?? DEFAULT_RADIUS_KM) * 1000;
    const at: L.LatLngTuple = [place.lat, nearestCopy(place.lon, centre)];
    return [L.circle(at, { ...base, radius, className: `${styles.area} ${styles.region}` })];
  }
  const rings = country.rings.map((ring) => {
    const first = ring[0]?.[0] ?? 0;
    const last = ring[Math.floor(ring.length / 2)]?.[0] ?? 0;
    const shift = nearestCopy((first + last) / 2, centre) - (first + last) / 2;
    return ring.map(([lon = 0, lat = 0]): L.LatLngTuple => [lat, lon + shift]);
  });
  // The fill covers the cut at ±180°; the outline leaves it out.
  const outline = country.rings.flatMap((ring, i) => {
    const shift = (rings[i]?.[0]?.[1] ?? 0) - (ring[0]?.[0] ?? 0);
    return withoutSeams([ring]).map((line) =>
      line.map(([lon = 0, lat = 0]): L.LatLngTuple => [lat, lon + shift]),
    );
  });
  return [
    L.polygon([rings], { ...base, className: styles.area ?? "", stroke: false }),
    L.polyline(outline, { ...base, className: styles.outline ?? "", fill: false }),
  ];
}

function paint(area: Area, category: Parameters<typeof toCategoryColour>[0], state: string): void {
  const shown = `${category} ${state}`;
  if (shown === area.shown) return;
  area.shown = shown;
  for (const path of area.paths) {
    const element = path.getElement();
    if (!(element instanceof SVGElement)) continue;
    element.style.setProperty("--cat", toCategoryColour(category));
    element.dataset.state = state;
  }
}
