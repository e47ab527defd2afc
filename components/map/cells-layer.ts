import type L from "leaflet";
import { createPainter } from "@/components/paint/painter";
import { withAlpha } from "@/components/timeline/draw-bar";
import { readPalette } from "@/components/timeline/palette";
import { toEventCount } from "@/components/ui/counts";
import { observeTheme } from "@/components/ui/theme";
import { hitDisc, toCellLevel } from "@/core/brush/discs";
import { toWorldBox } from "@/core/brush/world-box";
import type { Country } from "@/core/geo/basemap";
import { toLonLat } from "@/core/geo/mercator";
import type { LonLat } from "@/core/record/record";
import { CATEGORIES } from "@/core/record/vocabulary";
import { selectMode } from "@/state/selectors";
import { actions, type DashboardStore } from "@/state/store";
import { createCellButtons } from "./cell-buttons";
import { createCellCard } from "./cell-card";
import styles from "./cells.module.css";
import { type CellsPicture, createCellsPicture } from "./cells-picture";
import { type CellsPalette, copyDiscs } from "./draw-cells";
import { toCellPoints } from "./open-cell";
import { toNearWords } from "./place-words";
import { addViewBitmap, type View } from "./view-canvas";

export type CellsLayer = {
  /** Counts and paints anew; cheap enough for every frame of a drag. */
  readonly draw: () => void;
  /** The middles of all cells that hold events of the window. */
  readonly points: () => readonly LonLat[];
  readonly remove: () => void;
};

export type CellHandlers = {
  /** The first cells are there. */
  readonly onFirst: (points: readonly LonLat[]) => void;
  /** A cell that parts into these when the map comes nearer. */
  readonly onApproach: (points: readonly LonLat[]) => void;
  /** What the map knows of the world by now. */
  readonly toCountries: () => Iterable<Country>;
};

const PANE = "cells";
const MOST_BUTTONS = 50;
// The twin of the map in words waits until the hand rests.
const REST = 250;

/** The cells of a crowd on one canvas, with a card at the pointer and a list of buttons for the keyboard. */
export function addCellsLayer(map: L.Map, store: DashboardStore, handlers: CellHandlers): CellsLayer {
  const container = map.getContainer();
  const pane = map.getPane(PANE) ?? map.createPane(PANE);
  // Over areas and legs, under marks.
  pane.style.zIndex = "450";
  pane.classList.add(styles.cells ?? "");
  const layOut = createCellsPicture();
  const card = createCellCard(container);
  const buttons = createCellButtons(container, {
    onClick: (cell) => openGroup(locateGroup(cell)),
    onFocus: (cell) => {
      focused = cell;
      canvas.redraw();
    },
  });
  let palette = toPalette(container);
  let picture: CellsPicture | null = null;
  let frame: View | null = null;
  /** The cell with the keyboard's focus, and the group under the pointer. */
  let focused: number | null = null;
  let pointer: L.Point | null = null;
  let isFirst = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastPaint = 0;

  const painter = createPainter(palette.font);
  const canvas = addViewBitmap(map, PANE, paint);

  function paint(next: View, show: (bitmap: ImageBitmap) => void): void {
    frame = next;
    const state = store.getState();
    const isShown = selectMode(state) === "crowd";
    if (pane.dataset.shown !== String(isShown)) pane.dataset.shown = String(isShown);
    if (!isShown) {
      picture = null;
      card.hide();
      buttons.show([]);
      return;
    }
    const { zoom, origin, width, height } = next;
    const view = { scale: 256 * 2 ** zoom, originX: origin.x, originY: origin.y, width, height };
    picture = layOut(state, zoom, view);
    if (!picture) return;
    if (isFirst) {
      isFirst = false;
      // Not from within the drawing of a view that this may change.
      queueMicrotask(() => picture && handlers.onFirst(toPoints(picture)));
    }
    const disc = locateDisc();
    const drawing = { ...copyDiscs(picture.discs, picture.counts), palette, focused: disc };
    painter.paint({ kind: "cells", width, height, ratio: devicePixelRatio, drawing }, show);
    showCard(disc);
    lastPaint = performance.now();
    timer ??= setTimeout(tell, REST);
  }

  function locateGroup(cell: number): number {
    return picture?.groups.cells.indexOf(cell) ?? -1;
  }

  /** The disc that the pointer is on, or else the one with the focus. */
  function locateDisc(): number {
    if (!picture || !frame) return -1;
    if (pointer) {
      const shift = map.getPixelBounds().min?.subtract(frame.origin);
      const hit = shift ? hitDisc(picture.discs, pointer.x + shift.x, pointer.y + shift.y) : -1;
      if (hit !== -1) return hit;
    }
    if (focused === null) return -1;
    const { discs } = picture;
    const group = locateGroup(focused);
    for (let i = 0; i < discs.size; i++) if (discs.groups[i] === group) return i;
    return -1;
  }

  function showCard(disc: number): void {
    container.style.cursor = disc !== -1 && pointer ? "pointer" : "";
    if (disc === -1 || !picture || !frame) return card.hide();
    const group = picture.discs.groups[disc] ?? 0;
    const shift = frame.origin.subtract(map.getPixelBounds().min ?? frame.origin);
    card.show(picture, group, nameOf(picture, group));
    card.place(
      (picture.discs.x[disc] ?? 0) + shift.x,
      (picture.discs.y[disc] ?? 0) + shift.y,
      picture.discs.outer[disc] ?? 0,
      container,
    );
  }

  function nameOf({ groups }: CellsPicture, group: number): string {
    const at = toLonLat([groups.x[group] ?? 0, groups.y[group] ?? 0]);
    return toNearWords(at, handlers.toCountries());
  }

  function openGroup(group: number): void {
    if (!picture || group === -1) return;
    const { crowd, groups } = picture;
    const points = toCellPoints(crowd, groups, group, map.getZoom(), map.getMaxZoom());
    if (points.length > 0) return handlers.onApproach(points);
    actions.list(store, {
      kind: "cell",
      level: groups.level,
      cell: groups.cells[group] ?? 0,
      name: nameOf(picture, group),
    });
  }

  function tell(): void {
    // A timer that is set anew with every frame would cost more than this one that looks again.
    const rest = lastPaint + REST - performance.now();
    timer = rest > 0 ? setTimeout(tell, rest) : undefined;
    if (timer !== undefined || !picture) return;
    const { discs } = picture;
    const now = picture;
    const seen = new Map<number, number>();
    for (let i = 0; i < discs.size; i++) seen.set(discs.groups[i] ?? 0, discs.counts[i] ?? 0);
    const largest = [...seen].toSorted(([, a], [, b]) => b - a).slice(0, MOST_BUTTONS);
    buttons.show(
      largest.map(([group, count]) => ({
        cell: now.groups.cells[group] ?? 0,
        text: `${nameOf(now, group)}, ${toEventCount(count)}`,
      })),
    );
  }

  function tellSight(): void {
    const zoom = map.getZoom();
    const scale = 256 * 2 ** zoom;
    const { min, max } = map.getPixelBounds();
    if (!min || !max) return;
    const box = toWorldBox(min.x / scale, min.y / scale, max.x / scale, max.y / scale);
    actions.setCrowd(store, { sight: { box, level: toCellLevel(zoom) } });
  }

  const mapHandlers: L.LeafletEventHandlerFnMap = {
    mousemove({ containerPoint }) {
      pointer = containerPoint;
      if (picture) canvas.redraw();
    },
    mouseout() {
      pointer = null;
      if (picture) canvas.redraw();
    },
    click({ containerPoint }) {
      pointer = containerPoint;
      const disc = locateDisc();
      if (picture && disc !== -1 && pointer) openGroup(picture.discs.groups[disc] ?? -1);
    },
    moveend: tellSight,
  };
  map.on(mapHandlers);
  const endTheme = observeTheme(() => {
    palette = toPalette(container);
    canvas.redraw();
  });
  tellSight();

  return {
    draw: canvas.redraw,
    points: () => (picture ? toPoints(picture) : []),
    remove() {
      clearTimeout(timer);
      map.off(mapHandlers);
      endTheme();
      canvas.remove();
      painter.close();
      card.remove();
      buttons.remove();
    },
  };
}

function toPoints({ groups, counts }: CellsPicture): LonLat[] {
  return [...groups.cells.keys()]
    .filter((group) => (counts.past[group] ?? 0) + (counts.now[group] ?? 0) + (counts.future[group] ?? 0) > 0)
    .map((group) => toLonLat([groups.x[group] ?? 0, groups.y[group] ?? 0]));
}

function toPalette(element: Element): CellsPalette {
  const { panel, ink, font, categories } = readPalette(element);
  const strong = CATEGORIES.map((category) => categories[category]);
  const onCategory = getComputedStyle(element).getPropertyValue("--on-cat").trim();
  return { panel, ink, font, onCategory, strong, light: strong.map((colour) => withAlpha(colour, 0.42)) };
}
