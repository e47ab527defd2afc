"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { STATUS_LABELS } from "@/components/ui/labels";
import { STATUSES } from "@/core/record/vocabulary";
import { selectCounted, selectTotals } from "@/state/crowd-selectors";
import { selectMode, selectVisible } from "@/state/selectors";
import type { DashboardState } from "@/state/store";
import { useDashboard } from "@/state/use-dashboard";
import styles from "./map-pane.module.css";
import type { LoadBasemap } from "./map-view";
import { StatusGlyph } from "./status-glyph";

const MapView = dynamic(() => import("./map-view"), {
  ssr: false,
  loading: () => <p className={styles.loading}>Loading the map…</p>,
});

const CrowdLegend = dynamic(() => import("./crowd-legend"), { ssr: false });
const CrowdProgress = dynamic(() => import("./crowd-progress"), { ssr: false });

/** Where it happened: the places of the window's events, with `children` above them in the corner. */
export function MapPane({ loadBasemap, children }: { loadBasemap: LoadBasemap; children?: ReactNode }) {
  const isEmpty = useDashboard(isNothingPlaced);
  const isCounted = useDashboard(({ crowd }) => crowd !== null);
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
      {isCounted && (
        <>
          <CrowdLegend />
          <CrowdProgress />
        </>
      )}
      <p className={styles.credit}>Natural Earth</p>
    </section>
  );
}

function isNothingPlaced(state: DashboardState): boolean {
  if (selectMode(state) === "events")
    return !selectVisible(state).some(({ event }) => event.placeId !== null);
  return selectCounted(state) !== null && selectTotals(state).placed === 0;
}

function Legend() {
  const key = useDashboard((state) => {
    if (selectMode(state) === "crowd") return "";
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
