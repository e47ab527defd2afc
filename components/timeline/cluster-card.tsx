"use client";

import { type RefObject, useEffect, useRef } from "react";
import { StatusGlyph } from "@/components/map/status-glyph";
import type { Reading } from "@/core/record/reading";
import { whenToWords } from "@/core/time/when-words";
import { actions } from "@/state/store";
import { useDashboardStore } from "@/state/use-dashboard";
import styles from "./lanes.module.css";

/** Several events that share a place on the timeline, and where that is in the lanes. */
export type Cluster = { readonly readings: readonly Reading[]; readonly x: number; readonly y: number };

type Props = {
  readonly cluster: Cluster;
  readonly area: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

/** The events of an opened cluster; Escape or a click elsewhere closes it. */
export function ClusterCard({ cluster, area, onClose }: Props) {
  const store = useDashboardStore();
  const card = useRef<HTMLDivElement>(null);
  const width = area.current?.clientWidth ?? 0;
  const left = Math.min(Math.max(cluster.x - 150, 4), Math.max(4, width - 304));

  useEffect(() => {
    card.current?.querySelector("button")?.focus();
    const close = (event: globalThis.PointerEvent) => {
      if (event.target instanceof Node && !card.current?.contains(event.target)) onClose();
    };
    document.addEventListener("pointerdown", close);
    return () => document.removeEventListener("pointerdown", close);
  }, [onClose]);

  return (
    <div
      ref={card}
      className={styles.cluster}
      style={{ left, bottom: `calc(100% - ${cluster.y - 6}px)` }}
      role="dialog"
      aria-label={`${cluster.readings.length} events at one place of the timeline`}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <ul>
        {cluster.readings.map(({ event, status, when }) => (
          <li key={event.id}>
            <button
              type="button"
              onClick={() => {
                actions.selectEvent(store, event.id);
                onClose();
              }}
            >
              <span className={styles.clusterGlyph}>
                <StatusGlyph status={status} category={event.category} />
              </span>
              {event.title}
              <small>{when && whenToWords(when)}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
