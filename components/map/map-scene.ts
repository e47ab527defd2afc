import L from "leaflet";
import { prefersStillness } from "@/components/ui/theme";
import type { Basemap, Country } from "@/core/geo/basemap";
import { type Box, boxAt } from "@/core/geo/box";
import { fitBox } from "@/core/geo/fit";
import type { MarkerSpot } from "@/core/geo/marker-layout";
import { nearestCopy } from "@/core/geo/unwrap";
import type { Reading } from "@/core/record/reading";
import type { Id, LonLat } from "@/core/record/record";
import { cancelFrame, requestFrame } from "@/state/frames";
import { selectFiltered, selectMode, selectVisible } from "@/state/selectors";
import { actions, type DashboardState, type DashboardStore } from "@/state/store";
import { addAreasLayer } from "./areas-layer";
import { addBasemapLayer, BASEMAP_PANE } from "./basemap-layer";
import type { CellsLayer } from "./cells-layer";
import { createFade } from "./fade";
import { type Fan, openFan } from "./fan-layer";
import { addLegsLayer } from "./legs-layer";
import { addMarkersLayer, type MarkerHit } from "./markers-layer";
import { groupByPlace, type PlaceGroups, toAnchor } from "./sites";

const LARGEST_FIT_ZOOM = 7;
// Room for the chips above, and for names beside marks.
const FIT_PADDING: L.PointTuple = [70, 60];
const PAN_SECONDS = 0.18;
// A mark nearer to the edge than this counts as hidden: the chips and buttons lie there.
const EDGE = 44;

export type MapScene = {
  readonly fitEvents: () => void;
  /** Puts the world below the marks, which stay: one may have been opened, or have the focus, before the file came. */
  readonly showBasemap: (basemap: Basemap) => void;
  readonly remove: () => void;
};

/** Puts the dossier's layers on a map, and keeps them in step with the store. */
export function createMapScene(map: L.Map, store: DashboardStore): MapScene {
  const places = () => store.getState().index.places;
  let countries: ReadonlyMap<string, Country> = new Map();
  let land: ReturnType<typeof addBasemapLayer> | null = null;
  let spots: readonly MarkerSpot[] = [];
  let fan: Fan | null = null;

  if (!map.getPane(BASEMAP_PANE)) map.createPane(BASEMAP_PANE).style.zIndex = "200";
  const renderer = L.svg({ padding: 0.5 });
  let areas = addAreasLayer(map, renderer, places, countries);
  const hover = (eventId: Id | null) => actions.hover(store, eventId);
  const legs = addLegsLayer(map, renderer, places, {
    onClick: (eventId) => actions.selectEvent(store, eventId),
    onHover: hover,
  });
  const markers = addMarkersLayer(map, {
    onClick: open,
    onHover: (lead) => hover(lead?.event.id ?? null),
  });

  function closeFan(): void {
    fan?.close();
    fan = null;
    requestFrame(draw);
  }

  function open({ places: members, readings, lead, button, at }: MarkerHit): void {
    const wasOpen = fan?.button === button;
    closeFan();
    if (members.length > 1 && map.getZoom() < map.getMaxZoom()) return zoomTo(members.map(toSite));
    actions.selectEvent(store, lead.event.id);
    if (readings.length < 2 || wasOpen) return;
    fan = openFan(map, at, button, readings, {
      onClick: (eventId) => actions.selectEvent(store, eventId),
      onHover: hover,
      onEscape() {
        closeFan();
        button.focus();
      },
    });
    if (button.matches(":focus-visible")) fan.focusFirst();
    const [dx, dy] = fan.overflow(map.getContainer().getBoundingClientRect());
    if (dx !== 0 || dy !== 0) map.panBy([dx, dy], { animate: !prefersStillness(), duration: PAN_SECONDS });
  }

  function zoomTo(points: readonly LonLat[]): void {
    const box = fitBox(points);
    if (!box) return;
    const centre = map.getCenter().lng;
    const shift = nearestCopy((box.west + box.east) / 2, centre) - (box.west + box.east) / 2;
    const bounds = L.latLngBounds([box.south, box.west + shift], [box.north, box.east + shift]);
    map.fitBounds(bounds, {
      padding: FIT_PADDING,
      maxZoom: Math.max(LARGEST_FIT_ZOOM, map.getZoom() + 1),
      animate: !prefersStillness(),
    });
  }

  const toSite = (place: Parameters<typeof toAnchor>[0]) => toAnchor(place, countries);

  function sitesOf(readings: readonly Reading[]): LonLat[] {
    return readings.flatMap(({ event }) =>
      [event.placeId, event.originId].flatMap((id) => {
        const place = id === null ? undefined : places().get(id);
        return place ? [toSite(place)] : [];
      }),
    );
  }

  function fitEvents(): void {
    const state = store.getState();
    const crowded = selectMode(state) === "crowd" ? cells?.points() : undefined;
    if (crowded) return zoomTo(crowded);
    const shown = sitesOf(selectVisible(state));
    zoomTo(shown.length > 0 ? shown : sitesOf(selectFiltered(state)));
  }

  // What the program chooses to show is no move of the reader's: the address does not hear of it.
  function showOpening(points: readonly LonLat[] = sitesOf(selectVisible(store.getState()))): void {
    const { map: view } = store.getState().view;
    const box = view ? null : fitBox(points);
    map.off(handlers);
    if (view) map.setView([view.lat, view.lon], view.zoom, { animate: false });
    if (box) {
      map.fitBounds(L.latLngBounds([box.south, box.west], [box.north, box.east]), {
        padding: FIT_PADDING,
        maxZoom: LARGEST_FIT_ZOOM,
        animate: false,
      });
    }
    map.on(handlers);
  }

  function arrange(): void {
    if (fade.keeps(selectMode(store.getState()))) return;
    const groups = groupByPlace(selectFiltered(store.getState()));
    spots = markers.arrange(
      [...groups].flatMap(([id, readings]) => {
        const place = places().get(id);
        return place ? [{ place, anchor: toSite(place), count: readings.length }] : [];
      }),
    );
    legs.recentre();
    areas.recentre();
  }

  const fade = createFade(map.getContainer(), () => {
    requestFrame(rearrange);
  });
  let drawn: { visible: readonly Reading[]; byPlace: PlaceGroups } | null = null;

  function draw(): void {
    const state = store.getState();
    const visible = selectVisible(state);
    if (drawn?.visible !== visible) drawn = { visible, byPlace: groupByPlace(visible, drawn?.byPlace) };
    const { playhead, window } = state.view;
    const moment = {
      byPlace: drawn.byPlace,
      visible,
      playhead,
      window,
      selected: state.focus.eventId,
      hovered: state.focus.hoveredId,
      opened: fan?.button ?? null,
    };
    cells?.draw();
    if (fade.keeps(selectMode(state))) return;
    areas.draw(moment);
    legs.draw(moment);
    markers.draw(moment);
    fan?.show(moment.selected);
  }

  // Marks that are new have nothing to show until they are drawn.
  function rearrange(): void {
    arrange();
    draw();
  }

  function locateSelected({ focus, index }: DashboardState): L.LatLng | null {
    const event = focus.eventId === null ? undefined : index.events.get(focus.eventId);
    const place = event?.placeId ? places().get(event.placeId) : undefined;
    if (!place) return null;
    const site = toSite(place);
    return L.latLng(site.lat, nearestCopy(site.lon, map.getCenter().lng));
  }

  // The centre stays where it is while the map's size changes, so that one question serves both sizes.
  function isSeen(at: L.LatLng, size: L.Point): boolean {
    const middle = map.getSize().divideBy(2);
    const { x, y } = map.latLngToContainerPoint(at).subtract(middle);
    return Math.abs(x) < size.x / 2 - EDGE && Math.abs(y) < size.y / 2 - EDGE;
  }

  function reveal(state: DashboardState): void {
    const at = locateSelected(state);
    if (!at || isSeen(at, map.getSize())) return;
    map.panTo(at, { animate: !prefersStillness(), duration: PAN_SECONDS });
  }

  let cells: CellsLayer | null = null;
  let isGone = false;
  if (store.getState().crowd) {
    void import("./cells-layer").then(({ addCellsLayer }) => {
      if (isGone) return;
      cells = addCellsLayer(map, store, {
        onFirst(points) {
          showOpening(points);
          arrange();
          land?.redraw();
        },
        onApproach: zoomTo,
        toCountries: () => countries.values(),
      });
    });
  }

  const unsubscribe = store.subscribe((state, before) => {
    // Somebody changed the dossier, and a journey may go elsewhere now: the next frame draws all of them anew.
    if (state.index !== before.index && state.crowd === null) legs.remove();
    requestFrame(selectFiltered(state) === selectFiltered(before) ? draw : rearrange);
    if (fan && selectVisible(state) !== selectVisible(before)) closeFan();
    if (state.focus.eventId !== before.focus.eventId) reveal(state);
    if (state.view.map === before.view.map) return;
    if (state.view.map === null) showOpening();
    else showView(map, state);
  });

  let isHidingSelected = false;

  const handlers: L.LeafletEventHandlerFnMap = {
    zoomstart: closeFan,
    click: closeFan,
    // A phone's sheet that rises, or a divider, must not take the selected place out of sight.
    resize({ oldSize }) {
      const at = locateSelected(store.getState());
      isHidingSelected ||= at !== null && isSeen(at, oldSize);
    },
    moveend() {
      if (isHidingSelected) reveal(store.getState());
      isHidingSelected = false;
      arrange();
      draw();
      const { lat, lng } = map.getCenter();
      const shown = store.getState().view.map;
      const next = { lat, lon: lng, zoom: map.getZoom() };
      if (!shown || !isSameView(map, shown)) actions.setMap(store, next);
    },
  };

  showOpening();
  reveal(store.getState());
  arrange();
  draw();

  return {
    fitEvents,
    showBasemap(basemap) {
      countries = toCountries(basemap);
      land?.remove();
      land = addBasemapLayer(map, basemap, () => spots.map(toObstacle));
      areas.remove();
      areas = addAreasLayer(map, renderer, places, countries);
      // Countries have their middle now.
      if (store.getState().view.map === null) showOpening();
      arrange();
      draw();
      land.redraw();
    },
    remove() {
      isGone = true;
      cells?.remove();
      fade.end();
      map.off(handlers);
      unsubscribe();
      cancelFrame(draw);
      cancelFrame(rearrange);
      fan?.close();
      markers.remove();
      legs.remove();
      areas.remove();
      renderer.remove();
      land?.remove();
    },
  };
}

function showView(map: L.Map, { view }: DashboardState): void {
  if (!view.map || isSameView(map, view.map)) return;
  map.setView([view.map.lat, view.map.lon], view.map.zoom, { animate: false });
}

// A view that went through an address has lost some digits; half a pixel is no move.
function isSameView(map: L.Map, { lat, lon, zoom }: LonLat & { zoom: number }): boolean {
  if (Math.abs(map.getZoom() - zoom) > 0.01) return false;
  return map.project([lat, lon], zoom).distanceTo(map.project(map.getCenter(), zoom)) < 1.5;
}

function toObstacle({ x, y, dx, dy }: MarkerSpot): Box {
  return boxAt(x + dx + 20, y + dy, 110, 34);
}

function toCountries(basemap: Basemap): ReadonlyMap<string, Country> {
  return new Map(basemap.countries.flatMap((country) => (country.code ? [[country.code, country]] : [])));
}
