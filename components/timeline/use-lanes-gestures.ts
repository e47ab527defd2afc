"use client";

import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import { startDrag } from "@/components/ui/drag";
import { cssToInstant } from "@/core/timeline/scale";
import { panWindow, zoomWindow } from "@/core/timeline/window";
import { actions, type DashboardStore } from "@/state/store";
import { useDashboardStore } from "@/state/use-dashboard";
import type { Cluster } from "./cluster-card";
import { AXIS_HEIGHT, hitTest, type PlacedMark } from "./lanes-layout";
import type { LanesScene } from "./use-lanes-painter";
import { useWheel } from "./use-wheel";

// A hand that clicks still trembles; what moves less than this was a click.
const TREMBLE = 4;

/** Pointer handlers of the lanes: scrub, pan, pinch, select, open a cluster, zoom in. */
export function useLanesGestures(
  area: RefObject<HTMLDivElement | null>,
  scene: RefObject<LanesScene | null>,
  openCluster: (cluster: Cluster | null) => void,
) {
  const store = useDashboardStore();
  const touches = useRef(new Map<number, { x: number; y: number }>());
  useWheel(area, store);

  // A pointer that leaves the page gives no sign of it.
  useEffect(() => {
    const end = (event: globalThis.PointerEvent) => touches.current.delete(event.pointerId);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
    return () => {
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", end);
    };
  }, []);

  function locate(event: { clientX: number; clientY: number }) {
    const box = area.current?.getBoundingClientRect();
    if (!box) return null;
    const point = { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width };
    return { ...point, mark: hitTest(scene.current?.marks ?? [], point.x, point.y) };
  }

  function click(point: { x: number; width: number; mark: PlacedMark | null }): void {
    const { view } = store.getState();
    const [first, ...others] = point.mark?.mark.values ?? [];
    if (point.mark && first && others.length > 0) {
      openCluster({
        readings: [first, ...others].map(({ reading }) => reading),
        x: (Math.max(0, point.mark.left) + Math.min(point.width, point.mark.right)) / 2,
        y: point.mark.top,
      });
    } else if (first) actions.selectEvent(store, first.reading.event.id);
    else actions.setPlayhead(store, cssToInstant(point.x, view.window, point.width));
  }

  return {
    onPointerDown(event: PointerEvent<HTMLDivElement>) {
      const point = locate(event);
      if (event.button !== 0 || !point || event.target !== event.currentTarget.querySelector("canvas"))
        return;
      openCluster(null);
      actions.setPlayer(store, { isPlaying: false });
      touches.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const isAxis = point.y < AXIS_HEIGHT;
      if (isAxis)
        actions.setPlayhead(store, cssToInstant(point.x, store.getState().view.window, point.width));
      let travelled = 0;
      startDrag(event, {
        onMove({ x, y, dx, dy }) {
          const other = [...touches.current].find(([id]) => id !== event.pointerId)?.[1];
          touches.current.set(event.pointerId, { x, y });
          travelled += Math.abs(dx) + Math.abs(dy);
          const { window } = store.getState().view;
          const left = area.current?.getBoundingClientRect().left ?? 0;
          if (other) pinch(store, { x: x - left, dx }, other.x - left, point.width);
          else if (isAxis) actions.setPlayhead(store, cssToInstant(x - left, window, point.width));
          else if (travelled > TREMBLE) {
            actions.setWindow(store, panWindow(window, (-dx / point.width) * (window.end - window.start)));
          }
        },
        onEnd() {
          if (!isAxis && travelled <= TREMBLE && touches.current.size <= 1) click(point);
          touches.current.delete(event.pointerId);
        },
      });
    },
    onPointerMove(event: PointerEvent<HTMLDivElement>) {
      if (event.pointerType === "touch" || event.buttons !== 0) return;
      const mark = locate(event)?.mark ?? null;
      const [first, ...others] = mark?.mark.values ?? [];
      actions.hover(store, first && others.length === 0 ? first.reading.event.id : null);
      event.currentTarget.dataset.over = mark ? "mark" : "nothing";
    },
    onPointerLeave() {
      actions.hover(store, null);
    },
    onDoubleClick(event: { clientX: number; clientY: number }) {
      const point = locate(event);
      if (!point || point.y < AXIS_HEIGHT) return;
      openCluster(null);
      const { window } = store.getState().view;
      const marks = point.mark?.mark.values ?? [];
      if (marks.length > 1) return zoomToMarks(store, marks);
      actions.setWindow(store, zoomWindow(window, 0.5, cssToInstant(point.x, window, point.width)));
    },
  };
}

function zoomToMarks(store: DashboardStore, marks: PlacedMark["mark"]["values"]): void {
  const start = Math.min(...marks.map(({ bar }) => bar.start));
  const end = Math.max(...marks.map(({ bar }) => bar.end));
  const { window } = store.getState().view;
  const middle = ((start + end) / 2) as typeof window.start;
  const centred = panWindow(window, middle - (window.start + window.end) / 2);
  const factor = Math.min(0.5, ((end - start) * 1.2) / (window.end - window.start));
  actions.setWindow(store, zoomWindow(centred, factor, middle));
}

// The instants under both fingers stay under them, as far as a straight scale allows.
function pinch(
  store: DashboardStore,
  { x, dx }: { x: number; dx: number },
  other: number,
  width: number,
): void {
  const { window } = store.getState().view;
  const before = Math.abs(x - dx - other);
  const after = Math.abs(x - other);
  if (before < 8 || after < 8) return;
  actions.setWindow(store, zoomWindow(window, before / after, cssToInstant(other, window, width)));
}
