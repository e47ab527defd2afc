"use client";

import "leaflet/dist/leaflet.css";
import L from "leaflet";
import { useEffect, useRef } from "react";
import { addBasemapLayer, BASEMAP_PANE } from "@/components/map/basemap-layer";
import { parseBasemap } from "@/core/geo/basemap";
import type { LonLat } from "@/core/record/record";
import type { PlacePrecision } from "@/core/record/vocabulary";
import type { EditorClient } from "./editor-client";
import styles from "./place-map.module.css";

type Props = {
  readonly place: LonLat & { readonly name: string; readonly precision: PlacePrecision };
  readonly loadBasemap: EditorClient["loadBasemap"];
  /** Hears where the point was put; `null` where it may not be moved. */
  readonly onMove: ((to: LonLat) => void) | null;
};

// Near enough to know the town by its coast and borders, which is all that this map has.
const ZOOM: Readonly<Record<PlacePrecision, number>> = { exact: 6, city: 5, region: 4, country: 3 };
// Four decimals are eleven metres: what a finger on a small map can mean at most.
const DIGITS = 4;

/** A small map to check a place by; a press on it, or a drag of the point, moves a place that is set by hand. */
export default function PlaceMap({ place, loadBasemap, onMove }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const parts = useRef<{ map: L.Map; point: L.Marker } | null>(null);
  const move = useRef(onMove);
  const { lon, lat, precision } = place;

  useEffect(() => {
    move.current = onMove;
    const { point } = parts.current ?? {};
    if (onMove) point?.dragging?.enable();
    else point?.dragging?.disable();
  }, [onMove]);

  useEffect(() => {
    if (container.current === null) return;
    const map = L.map(container.current, {
      center: [20, 10],
      zoom: 2,
      minZoom: 1,
      maxZoom: 11,
      zoomControl: false,
      attributionControl: false,
      keyboard: false,
    });
    const icon = L.divIcon({ className: styles.point ?? "", iconSize: [18, 18] });
    const point = L.marker([0, 0], { icon, keyboard: false, draggable: true, autoPan: true }).addTo(map);
    const tell = ({ lat, lng }: L.LatLng) => {
      const to = map.wrapLatLng([lat, lng]);
      move.current?.({ lon: Number(to.lng.toFixed(DIGITS)), lat: Number(to.lat.toFixed(DIGITS)) });
    };
    map.on("click", ({ latlng }) => tell(latlng));
    point.on("dragend", () => tell(point.getLatLng()));
    map.createPane(BASEMAP_PANE).style.zIndex = "200";
    let isGone = false;
    // Without its basemap the point still has its coordinates beside it.
    loadBasemap().then(
      (file) => {
        if (!isGone) addBasemapLayer(map, parseBasemap(file), () => []).redraw();
      },
      () => {},
    );
    const resize = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    resize.observe(container.current);
    parts.current = { map, point };
    return () => {
      isGone = true;
      resize.disconnect();
      parts.current = null;
      map.remove();
    };
  }, [loadBasemap]);

  useEffect(() => {
    const { map, point } = parts.current ?? {};
    point?.setLatLng([lat, lon]);
    map?.setView([lat, lon], Math.max(ZOOM[precision], map.getZoom()), { animate: false });
  }, [lat, lon, precision]);

  return (
    // The coordinates beside it say the same, and can be typed.
    <div className={styles.frame} aria-hidden="true">
      <div ref={container} className={styles.map} />
    </div>
  );
}
