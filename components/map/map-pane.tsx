"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { STATUS_LABELS } from "@/components/ui/labels";
import { STATUSES } from "@/core/record/vocabulary";
import { selectVisible } from "@/state/selectors";
import { useDashboard } from "@/state/use-dashboard";
import styles from "./map-pane.module.css";
import type { LoadBasemap } from "./map-view";
import { StatusGlyph } from "./status-glyph";

const MapView = dynamic(() => import("./map-view"), {
  ssr: false,
  loading: () => <p className={styles.loading}>Loading the map…</p>,
});

/** Where it happened: the places of the window's events, with `children` above them in the corner. */
export function MapPane({ loadBasemap, children }: { loadBasemap: LoadBasemap; children?: ReactNode }) {
  const isEmpty = useDashboard((state) => !selectVisible(state).some(({ event }) => event.placeId !== null));
  return (
    <section className={styles.pane} aria-label="Map">
      <div className={styles.corner}>{children}</div>
      <MapView loadBasemap={loadBasemap} />
      {isEmpty && (
        <p className={styles.empty} role="status">
          Nothing in this window has a place. Widen the window, or clear the filters.
        </p>
      )}
      <Legend />
      <p className={styles.credit}>Natural Earth</p>
    </section>
  );
}

function Legend() {
  const key = useDashboard((state) => {
    const present = new Set(selectVisible(state).map(({ status }) => status));
    return STATUSES.filter((status) => present.has(status)).join(" ");
  });
  if (key === "") return null;
  return (
    <ul className={styles.legend} aria-label="Signs for the status">
      {STATUSES.filter((status) => key.split(" ").includes(status)).map((status) => (
        <li key={status}>
          <span className={styles.sign}>
            <StatusGlyph status={status} category="other" />
          </span>
          {STATUS_LABELS[status]}
        </li>
      ))}
    </ul>
  );
}
