"use client";

import L from "leaflet";
import { useContext, useEffect, useRef } from "react";
import { type Editing, EditingContext } from "@/components/editor/editing-context";
import { nearestCopy } from "@/core/geo/unwrap";
import type { DossierEvent, LonLat, Place } from "@/core/record/record";
import { selectSelected } from "@/state/selectors";
import { useDashboard } from "@/state/use-dashboard";
import styles from "./marker-mover.module.css";
import { toCoordinateWords } from "./to-coordinate-words";

/** The mark of the event that is being adjusted, to be put elsewhere. */
export default function MarkerMover({ map }: { map: L.Map }) {
  const editing = useContext(EditingContext);
  const event = useDashboard(selectSelected)?.event;
  const place = useDashboard(({ index }) => (event?.placeId ? index.places.get(event.placeId) : undefined));
  if (!editing || !event || !place || event.slug !== editing.adjusted) return null;
  return <Mover key={event.id} map={map} event={event} place={place} editing={editing} />;
}

type Props = {
  readonly map: L.Map;
  readonly event: DossierEvent;
  readonly place: Place;
  readonly editing: Editing;
};

const SIZE = 44;
// A press of a key moves it by what a hand can still tell, and with the shift key across a country.
const STEP = 4;
const LONG_STEP = 40;
// Four decimals are eleven metres: finer than any mark that a hand puts down.
const DIGITS = 4;

function Mover({ map, event, place, editing }: Props) {
  const now = useRef(editing);
  now.current = editing;
  const { slug, title } = event;
  const { lon, lat } = place;

  useEffect(() => {
    const start = L.latLng(lat, nearestCopy(lon, map.getCenter().lng));
    const { element, tip } = createElement(title);
    const icon = L.divIcon({ html: element, className: "", iconSize: [0, 0] });
    const marker = L.marker(start, {
      icon,
      draggable: true,
      autoPan: true,
      keyboard: false,
      zIndexOffset: 5000,
    });
    marker.addTo(map);

    function toPlaced(): LonLat {
      const { lat, lng } = map.wrapLatLng(marker.getLatLng());
      return { lon: Number(lng.toFixed(DIGITS)), lat: Number(lat.toFixed(DIGITS)) };
    }
    function show(): void {
      const isMoved = !marker.getLatLng().equals(start);
      tip.textContent = isMoved ? toCoordinateWords(toPlaced()) : "";
    }
    function reset(): void {
      marker.setLatLng(start);
      show();
    }
    function drop(): void {
      if (marker.getLatLng().equals(start)) return;
      const onEnd = (isSaved: boolean) => {
        if (!isSaved) reset();
      };
      now.current.begin({ kind: "place", event: slug, to: toPlaced(), onEnd });
    }
    function step(key: KeyboardEvent): void {
      const direction = DIRECTIONS[key.key];
      if (key.ctrlKey || key.metaKey || key.altKey) return;
      if (direction) {
        const far = key.shiftKey ? LONG_STEP : STEP;
        const at = map
          .latLngToContainerPoint(marker.getLatLng())
          .add([direction[0] * far, direction[1] * far]);
        marker.setLatLng(map.containerPointToLatLng(at));
        show();
      } else if (key.key === "Enter" || key.key === " ") drop();
      else if (key.key === "Escape") {
        if (marker.getLatLng().equals(start)) now.current.adjust(null);
        else reset();
      } else return;
      key.preventDefault();
      key.stopPropagation();
    }

    marker.on("drag", show);
    marker.on("dragend", drop);
    element.addEventListener("keydown", step);
    return () => {
      marker.remove();
    };
  }, [map, slug, title, lon, lat]);

  return null;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function createElement(title: string): { element: HTMLElement; tip: HTMLElement } {
  const element = document.createElement("div");
  const tip = document.createElement("span");
  element.id = "adjust-mark";
  element.className = styles.mover ?? "";
  element.style.setProperty("--size", `${SIZE}px`);
  element.tabIndex = 0;
  element.setAttribute("role", "button");
  element.setAttribute("aria-roledescription", "movable mark");
  element.setAttribute("aria-label", `Mark of ${title}: arrow keys move it, Enter puts it there`);
  tip.className = styles.tip ?? "";
  tip.setAttribute("role", "status");
  element.append(tip);
  return { element, tip };
}
