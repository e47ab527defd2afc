"use client";

import { type RefObject, useEffect, useRef } from "react";
import { toCount } from "@/components/ui/counts";
import { CATEGORY_COLOURS, CATEGORY_LABELS } from "@/components/ui/labels";
import { CATEGORIES } from "@/core/record/vocabulary";
import { rangeToWords } from "@/core/time/words";
import { selectLanes } from "@/state/crowd-lanes";
import { selectMode, selectZone } from "@/state/selectors";
import type { DashboardState } from "@/state/store";
import { useDashboard } from "@/state/use-dashboard";
import styles from "./density-lanes.module.css";
import { toLaneHeight } from "./draw-density-lanes";
import { AXIS_HEIGHT } from "./lanes-layout";
import { type DensityScene, useDensityLanesPainter } from "./use-density-lanes-painter";

/** A crowd's lanes: how many events of each category there are over time, below the axis and the playhead. */
export default function DensityLanes({ area }: { area: RefObject<HTMLElement | null> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const scene = useDensityLanesPainter(canvas);
  const isShown = useDashboard((state) => selectMode(state) === "crowd");
  const lanes = useDashboard(selectLanes);

  useEffect(() => {
    const element = area.current;
    if (!element || !isShown) return;
    const follow = (event: PointerEvent) => {
      const box = element.getBoundingClientRect();
      if (card.current && scene.current) {
        showCard(card.current, scene.current, event.clientX - box.left, event.clientY - box.top);
      }
    };
    const leave = () => {
      if (card.current) card.current.hidden = true;
    };
    element.addEventListener("pointermove", follow);
    element.addEventListener("pointerleave", leave);
    return () => {
      element.removeEventListener("pointermove", follow);
      element.removeEventListener("pointerleave", leave);
      leave();
    };
  }, [area, scene, isShown]);

  return (
    <>
      <div className={styles.names} hidden={!isShown} style={{ paddingBlockStart: AXIS_HEIGHT }}>
        {lanes.map((kind) => {
          const category = CATEGORIES[kind] ?? "other";
          return (
            <p key={category} className={styles.name}>
              <span className={styles.swatch} style={{ background: CATEGORY_COLOURS[category] }} />
              {CATEGORY_LABELS[category]}
            </p>
          );
        })}
      </div>
      <canvas ref={canvas} className={styles.canvas} data-shown={isShown} aria-hidden="true" />
      <div ref={card} className={styles.card} hidden aria-hidden="true" />
    </>
  );
}

function showCard(
  card: HTMLElement,
  { picture, width, height, state }: DensityScene,
  x: number,
  y: number,
): void {
  const { bins, counts, kinds, window } = picture;
  const at = window.start + (x / width) * (window.end - window.start);
  const bin = Math.floor((at - bins.range.start) / bins.width);
  const lane = Math.floor((y - AXIS_HEIGHT) / toLaneHeight(kinds.length, height));
  const kind = kinds[lane];
  card.hidden = kind === undefined || bin < 0 || bin >= bins.count;
  if (card.hidden || kind === undefined) return;
  card.textContent = toWords(state, picture, bin, kind, counts[bin * CATEGORIES.length + kind] ?? 0);
  const half = card.offsetWidth / 2;
  const left = Math.min(Math.max(x, half + 4), width - half - 4) - half;
  card.style.transform = `translate(${Math.round(left)}px, calc(${Math.round(y - 14)}px - 100%))`;
}

function toWords(
  state: DashboardState,
  { bins }: DensityScene["picture"],
  bin: number,
  kind: number,
  count: number,
): string {
  const start = (bins.range.start + bin * bins.width) as typeof bins.range.start;
  const range = { start, end: (start + bins.width) as typeof start };
  const label = CATEGORY_LABELS[CATEGORIES[kind] ?? "other"];
  return `${label}: ${toCount(count)} · ${rangeToWords(range, selectZone(state))}`;
}
