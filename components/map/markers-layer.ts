import L from "leaflet";
import type { Box } from "@/core/geo/box";
import { layOutMarkers, type MarkerSpot } from "@/core/geo/marker-layout";
import { nearestCopy } from "@/core/geo/unwrap";
import type { Reading } from "@/core/record/reading";
import type { Id, LonLat, Place } from "@/core/record/record";
import type { Instant, Range } from "@/core/time/instant";
import { createMarkerView, type MarkerView } from "./marker-view";
import { type MarkState, toMarkState } from "./phase";
import { toMarkerSite } from "./sites";

/** A place that has events, whether or not the window shows them now. */
export type Candidate = { readonly place: Place; readonly anchor: LonLat; readonly count: number };

export type MarkerHit = {
  readonly places: readonly [Place, ...Place[]];
  readonly readings: readonly Reading[];
  readonly lead: Reading;
  readonly button: HTMLButtonElement;
  /** Where the mark's centre is. */
  readonly at: L.LatLng;
};

export type MarkersMoment = {
  readonly byPlace: ReadonlyMap<Id, readonly Reading[]>;
  readonly playhead: Instant;
  readonly window: Range;
  readonly selected: Id | null;
  readonly hovered: Id | null;
  readonly opened: HTMLButtonElement | null;
};

export type MarkersLayer = {
  /** Lays the marks out anew: after a zoom, or when the places changed. Returns the spots in world pixels. */
  readonly arrange: (candidates: readonly Candidate[]) => readonly MarkerSpot[];
  readonly draw: (moment: MarkersMoment) => void;
  readonly locate: (placeId: Id) => HTMLButtonElement | null;
  readonly remove: () => void;
};

type Entry = {
  readonly places: readonly [Place, ...Place[]];
  readonly view: MarkerView;
  readonly marker: L.Marker;
  at: L.LatLng;
  readings: readonly Reading[];
  parts: readonly (readonly Reading[])[];
  state: MarkState | null;
};

export type MarkerHandlers = {
  readonly onClick: (hit: MarkerHit) => void;
  readonly onHover: (lead: Reading | null) => void;
};

/** The marks of all places: one Leaflet marker each, kept while scrubbing, changed only where something changed. */
export function addMarkersLayer(map: L.Map, handlers: MarkerHandlers): MarkersLayer {
  const measure = createMeasure(map.getContainer());
  let entries = new Map<string, Entry>();

  function createEntry(places: readonly [Place, ...Place[]], anchor: L.LatLng): Entry {
    const view = createMarkerView(places);
    const icon = L.divIcon({ html: view.element, className: "", iconSize: [0, 0] });
    const marker = L.marker(anchor, { icon, keyboard: false, interactive: false }).addTo(map);
    const entry: Entry = { places, view, marker, at: anchor, readings: [], parts: [], state: null };
    L.DomEvent.disableClickPropagation(view.button);
    view.button.addEventListener("click", () => {
      const { readings, state, at } = entry;
      if (state) handlers.onClick({ places, readings, lead: state.lead, button: view.button, at });
    });
    view.button.addEventListener("pointerenter", () => handlers.onHover(entry.state?.lead ?? null));
    view.button.addEventListener("pointerleave", () => handlers.onHover(null));
    return entry;
  }

  return {
    arrange(candidates) {
      const byId = new Map(candidates.map((candidate) => [candidate.place.id, candidate]));
      const centre = map.getCenter().lng;
      const project = ({ lon, lat }: LonLat) => map.project([lat, nearestCopy(lon, centre)]);
      const spots = layOutMarkers(
        candidates.map(({ place, anchor, count }) => toMarkerSite(place, count, project(anchor), measure)),
        toBox(map.getPixelBounds()),
      );
      const next = new Map<string, Entry>();
      for (const spot of spots) {
        const members = spot.ids.flatMap((id) => byId.get(id) ?? []);
        const [first, ...others] = members;
        if (!first) continue;
        const anchor = L.latLng(first.anchor.lat, nearestCopy(first.anchor.lon, centre));
        const key = spot.ids.join(" ");
        const entry =
          entries.get(key) ?? createEntry([first.place, ...others.map(({ place }) => place)], anchor);
        entries.delete(key);
        entry.marker.setLatLng(anchor);
        entry.at = map.unproject([spot.x + spot.dx, spot.y + spot.dy]);
        entry.view.place(
          spot,
          members.reduce((sum, { count }) => sum + count, 0),
        );
        next.set(key, entry);
      }
      for (const { marker } of entries.values()) marker.remove();
      entries = next;
      return spots;
    },

    draw({ byPlace, playhead, window, selected, hovered, opened }) {
      for (const entry of entries.values()) {
        const { view, marker } = entry;
        gather(entry, byPlace);
        entry.state = toMarkState(entry.readings, playhead, window);
        const isSelected = entry.readings.some(({ event }) => event.id === selected);
        const isHovered = entry.readings.some(({ event }) => event.id === hovered);
        view.show(entry.readings, entry.state, { isSelected, isHovered, isOpen: opened === view.button });
        const lift = isSelected || isHovered ? 1000 : 0;
        if (marker.options.zIndexOffset !== lift) marker.setZIndexOffset(lift);
      }
    },

    locate(placeId) {
      for (const { places, view } of entries.values()) {
        if (places.some(({ id }) => id === placeId)) return view.button;
      }
      return null;
    },

    remove() {
      for (const { marker } of entries.values()) marker.remove();
      entries.clear();
    },
  };
}

// The list stays the same object as long as its places' lists do, so that the view can tell by identity.
function gather(entry: Entry, byPlace: ReadonlyMap<Id, readonly Reading[]>): void {
  const parts = entry.places.map(({ id }) => byPlace.get(id) ?? NONE);
  if (parts.length === entry.parts.length && parts.every((part, i) => part === entry.parts[i])) return;
  entry.parts = parts;
  entry.readings = parts.length === 1 ? (parts[0] ?? NONE) : parts.flat();
}

const NONE: readonly Reading[] = [];

function toBox(bounds: L.Bounds): Box {
  const [{ x: left, y: top }, { x: right, y: bottom }] = [bounds.getTopLeft(), bounds.getBottomRight()];
  return { left, top, right, bottom };
}

/** Measures names in the font of the marks; a canvas does so without making the page lay itself out. */
function createMeasure(container: HTMLElement): (text: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  const widths = new Map<string, number>();
  if (context) context.font = `600 13px ${getComputedStyle(container).fontFamily}`;
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    const width = context?.measureText(text).width ?? text.length * 7;
    widths.set(text, width);
    return width;
  };
}
