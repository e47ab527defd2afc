import L from "leaflet";
import { STATUS_LABELS } from "@/components/ui/labels";
import { LARGEST_CIRCLE, LARGEST_FAN, layOutFan } from "@/core/geo/fan";
import type { Reading } from "@/core/record/reading";
import type { Id } from "@/core/record/record";
import { toCategoryColour } from "./category-colour";
import styles from "./fan.module.css";
import { createGlyph, drawGlyph } from "./glyph-element";
import { createSvg } from "./svg";

const RIM = 17;
const MARGIN = 10;

export type Fan = {
  /** The button of the mark that was opened. */
  readonly button: HTMLButtonElement;
  readonly readings: readonly Reading[];
  readonly show: (selected: Id | null) => void;
  readonly focusFirst: () => void;
  /** How far, in CSS pixels right and down, the view must move for all of it to show inside `view`. */
  readonly overflow: (view: DOMRect) => readonly [number, number];
  readonly close: () => void;
};

export type FanHandlers = {
  readonly onClick: (eventId: Id) => void;
  readonly onHover: (eventId: Id | null) => void;
  readonly onEscape: () => void;
};

/** Spreads the events of one mark around it, each with its own sign and title; what is too much is counted. */
export function openFan(
  map: L.Map,
  at: L.LatLng,
  button: HTMLButtonElement,
  readings: readonly Reading[],
  handlers: FanHandlers,
): Fan {
  const shown = readings.slice(0, LARGEST_FAN);
  const offsets = layOutFan(shown.length);
  const element = document.createElement("div");
  element.className = styles.fan ?? "";
  const lines = createSvg("svg", { class: styles.lines ?? "", "aria-hidden": "true" });
  element.append(lines);

  const buttons = shown.map((reading, i) => {
    const { dx, dy } = offsets[i] ?? { dx: 0, dy: 0 };
    lines.append(createLine(dx, dy));
    const item = createItem(reading, shown.length <= LARGEST_CIRCLE, handlers);
    item.style.setProperty("--dx", `${Math.round(dx)}px`);
    item.style.setProperty("--dy", `${Math.round(dy)}px`);
    item.dataset.side = dx < -1 ? "left" : "right";
    element.append(item);
    return item;
  });
  if (readings.length > shown.length) element.append(createRest(readings.length - shown.length));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    handlers.onEscape();
  });
  L.DomEvent.disableClickPropagation(element);

  const icon = L.divIcon({ html: element, className: styles.icon ?? "", iconSize: [0, 0] });
  const marker = L.marker(at, { icon, keyboard: false, interactive: false, zIndexOffset: 2000 }).addTo(map);
  return {
    button,
    readings,
    show(selected) {
      shown.forEach(({ event }, i) => {
        const isSelected = String(event.id === selected);
        const item = buttons[i];
        if (item && item.dataset.selected !== isSelected) item.dataset.selected = isSelected;
      });
    },
    focusFirst: () => buttons[0]?.focus(),
    overflow: (view) => toOverflow([...element.querySelectorAll("button, span")], view),
    close: () => void marker.remove(),
  };
}

// From the rim of the mark: its count stays legible.
function createLine(dx: number, dy: number): SVGLineElement {
  const rim = RIM / Math.hypot(dx, dy);
  const ends = { x1: dx * rim, y1: dy * rim, x2: dx, y2: dy };
  return createSvg(
    "line",
    Object.fromEntries(Object.entries(ends).map(([name, value]) => [name, value.toFixed(1)])),
  );
}

function toOverflow(parts: readonly Element[], view: DOMRect): [number, number] {
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const left = Math.min(0, ...boxes.map((box) => box.left - view.left - MARGIN));
  const right = Math.max(0, ...boxes.map((box) => box.right - view.right + MARGIN));
  const top = Math.min(0, ...boxes.map((box) => box.top - view.top - MARGIN));
  const bottom = Math.max(0, ...boxes.map((box) => box.bottom - view.bottom + MARGIN));
  // Where it is larger than the view, its left and its top are what is read first.
  return [left < 0 ? left : right, top < 0 ? top : bottom];
}

function createItem({ event, status }: Reading, hasLabel: boolean, handlers: FanHandlers): HTMLButtonElement {
  const item = document.createElement("button");
  item.type = "button";
  item.className = styles.item ?? "";
  item.style.setProperty("--cat", toCategoryColour(event.category));
  item.setAttribute("aria-label", `${event.title}, ${STATUS_LABELS[status].toLowerCase()}`);
  item.title = event.title;
  const glyph = createGlyph();
  drawGlyph(glyph, status, [[event.category, 1]]);
  item.append(glyph);
  if (hasLabel) {
    const label = document.createElement("span");
    label.className = styles.label ?? "";
    label.textContent = event.title;
    item.append(label);
  }
  item.addEventListener("click", () => handlers.onClick(event.id));
  item.addEventListener("pointerenter", () => handlers.onHover(event.id));
  item.addEventListener("pointerleave", () => handlers.onHover(null));
  return item;
}

function createRest(count: number): HTMLElement {
  const rest = document.createElement("p");
  rest.className = styles.rest ?? "";
  rest.textContent = `+${count} more in the list`;
  return rest;
}
