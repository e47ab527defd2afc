"use client";

import "leaflet/dist/leaflet.css";
import dynamic from "next/dynamic";
import { useContext, useEffect, useRef, useState } from "react";
import { MapContainer, useMap } from "react-leaflet";
import { EditingContext } from "@/components/editor/editing-context";
import { Icon } from "@/components/ui/icon";
import { type Basemap, parseBasemap } from "@/core/geo/basemap";
import { useDashboardStore } from "@/state/use-dashboard";
import styles from "./map-pane.module.css";
import { createMapScene, type MapScene } from "./map-scene";

const MarkerMover = dynamic(() => import("@/components/adjust/marker-mover"), { ssr: false });

/** Brings the basemap's file; rejects if it cannot be had. */
export type LoadBasemap = () => Promise<unknown>;

/** The map itself, in the browser only; react-leaflet makes the container, everything on it is ours. */
export default function MapView({ loadBasemap }: { loadBasemap: LoadBasemap }) {
  return (
    <MapContainer
      className={styles.leaflet ?? ""}
      center={[20, 10]}
      zoom={2}
      minZoom={2}
      maxZoom={11}
      zoomSnap={0.5}
      wheelPxPerZoomLevel={90}
      zoomControl={false}
      attributionControl={false}
      worldCopyJump
      maxBounds={[
        [-85, -100_000],
        [85, 100_000],
      ]}
      maxBoundsViscosity={1}
    >
      <Scene loadBasemap={loadBasemap} />
    </MapContainer>
  );
}

function Scene({ loadBasemap }: { loadBasemap: LoadBasemap }) {
  const map = useMap();
  const store = useDashboardStore();
  const scene = useRef<MapScene | null>(null);
  const [basemap, setBasemap] = useState<Basemap | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const isAdjusting = (useContext(EditingContext)?.adjusted ?? null) !== null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads the same again
  useEffect(() => {
    let isGone = false;
    setFailed(false);
    loadBasemap().then(
      (file) => !isGone && setBasemap(parseBasemap(file)),
      () => !isGone && setFailed(true),
    );
    return () => {
      isGone = true;
    };
  }, [loadBasemap, attempt]);

  useEffect(() => {
    const created = createMapScene(map, store);
    scene.current = created;
    return () => {
      scene.current = null;
      created.remove();
    };
  }, [map, store]);

  useEffect(() => {
    if (basemap) scene.current?.showBasemap(basemap);
  }, [basemap]);

  useEffect(() => {
    const container = map.getContainer();
    container.setAttribute("role", "group");
    container.setAttribute("aria-label", "World map; arrow keys move it, plus and minus zoom");
    const resize = new ResizeObserver(() => map.invalidateSize({ animate: false, debounceMoveend: true }));
    resize.observe(container);
    return () => resize.disconnect();
  }, [map]);

  return (
    <>
      <div className={styles.controls}>
        <button type="button" onClick={() => map.zoomIn()}>
          <span aria-hidden="true">+</span>
          <span className="visually-hidden">Zoom in</span>
        </button>
        <button type="button" onClick={() => map.zoomOut()}>
          <span aria-hidden="true">−</span>
          <span className="visually-hidden">Zoom out</span>
        </button>
        <button type="button" onClick={() => scene.current?.fitEvents()}>
          <Icon name="fit" label="Fit to events" />
        </button>
      </div>
      {isAdjusting && <MarkerMover map={map} />}
      {hasFailed && (
        <p className={styles.failure} role="status">
          The basemap could not be loaded; the marks are where they belong.{" "}
          <button type="button" onClick={() => setAttempt(attempt + 1)}>
            Try again
          </button>
        </p>
      )}
    </>
  );
}
