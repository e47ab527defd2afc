"use client";

import { type PointerEvent, useCallback, useRef } from "react";
import { toEventCount } from "@/components/ui/counts";
import { startDrag } from "@/components/ui/drag";
import type { Range } from "@/core/time/instant";
import { rangeEdgeToWords } from "@/core/time/words";
import { cssToInstant, instantToCss } from "@/core/timeline/scale";
import { toStep } from "@/core/timeline/step";
import { panWindow, resizeWindow, SHORTEST_WINDOW } from "@/core/timeline/window";
import { selectCounted, selectTotals } from "@/state/crowd-selectors";
import { selectZone } from "@/state/selectors";
import { actions, type DashboardState } from "@/state/store";
import { useDashboardStore, useFrame } from "@/state/use-dashboard";
import styles from "./density-strip.module.css";
import { createSlide, type Slide } from "./slide";
import { type SliderMove, SliderThumb, type SliderValue } from "./slider-thumb";
import { useDensityPainter } from "./use-density-painter";

type Edge = "start" | "end";

/** The whole dossier in time, with the window as a brush: drag it, drag its ends, or click where it shall go. */
export function DensityStrip() {
  const store = useDashboardStore();
  const area = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const brush = useRef<HTMLDivElement>(null);
  const slide = useRef<Slide | null>(null);
  useDensityPainter(canvas);

  useFrame(
    useCallback(({ view, extent }: DashboardState) => {
      const element = brush.current;
      if (!element) return;
      const left = Math.max(0, instantToCss(view.window.start, extent, 1));
      const right = Math.min(1, instantToCss(view.window.end, extent, 1));
      slide.current ??= createSlide(element);
      slide.current(left);
      const width = `${(Math.max(0, right - left) * 100).toFixed(3)}%`;
      if (element.style.width !== width) element.style.width = width;
    }, []),
  );

  const toInstantAt = (clientX: number) => {
    const box = area.current?.getBoundingClientRect();
    return box ? cssToInstant(clientX - box.left, store.getState().extent, box.width) : null;
  };

  function dragEdge(event: PointerEvent<HTMLElement>, edge: Edge): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    startDrag(event, {
      onMove({ x }) {
        const at = toInstantAt(x);
        if (at !== null) actions.setWindow(store, resizeWindow(store.getState().view.window, edge, at));
      },
    });
  }

  function dragBrush(event: PointerEvent<HTMLElement>): void {
    const at = toInstantAt(event.clientX);
    if (event.button !== 0 || at === null) return;
    const { view, extent } = store.getState();
    if (at < view.window.start || at >= view.window.end) {
      actions.setWindow(store, panWindow(view.window, at - (view.window.start + view.window.end) / 2));
    }
    const perPixel = (extent.end - extent.start) / (area.current?.clientWidth ?? 1);
    startDrag(event, {
      onMove: ({ dx }) => actions.setWindow(store, panWindow(store.getState().view.window, dx * perPixel)),
    });
  }

  function moveEdge(edge: Edge, move: SliderMove): void {
    const { view, extent } = store.getState();
    const { window } = view;
    const limits = edge === "start" ? toStartLimits(window, extent) : toEndLimits(window, extent);
    const to = "steps" in move ? window[edge] + move.steps * toStep(window) : limits[move.to];
    actions.setWindow(store, resizeWindow(window, edge, to as typeof window.start));
  }

  return (
    <div className={styles.strip}>
      <p className={styles.title}>All time</p>
      <div ref={area} className={styles.area} onPointerDown={dragBrush}>
        <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
        <div ref={brush} className={styles.brush} />
        <SliderThumb
          name="Window start"
          className={`${styles.edge} ${styles.start}`}
          toPortion={toStartPortion}
          toValue={toStartValue}
          onMove={(move) => moveEdge("start", move)}
          onPointerDown={(event) => dragEdge(event, "start")}
        />
        <SliderThumb
          name="Window end"
          className={`${styles.edge} ${styles.end}`}
          toPortion={toEndPortion}
          toValue={toEndValue}
          onMove={(move) => moveEdge("end", move)}
          onPointerDown={(event) => dragEdge(event, "end")}
        />
      </div>
    </div>
  );
}

function toStartValue(state: DashboardState): SliderValue {
  const { window } = state.view;
  return {
    now: window.start,
    ...toStartLimits(window, state.extent),
    text: `${rangeEdgeToWords(window.start, selectZone(state), "start")}, ${countEvents(state)}`,
  };
}

function toEndValue(state: DashboardState): SliderValue {
  const { window } = state.view;
  return {
    now: window.end,
    ...toEndLimits(window, state.extent),
    text: `${rangeEdgeToWords(window.end, selectZone(state), "end")}, ${countEvents(state)}`,
  };
}

// A window may be dragged past the dossier's own time; a slider's value must lie between its limits even there.
function toStartLimits({ start, end }: Range, extent: Range): { least: number; most: number } {
  return { least: Math.min(extent.start, start), most: end - SHORTEST_WINDOW };
}

function toEndLimits({ start, end }: Range, extent: Range): { least: number; most: number } {
  return { least: start + SHORTEST_WINDOW, most: Math.max(extent.end, end) };
}

function countEvents(state: DashboardState): string {
  if (state.crowd && !selectCounted(state)) return "events not counted yet";
  const { placed, unplaced } = selectTotals(state);
  return `${toEventCount(placed + unplaced)} in the window`;
}

function toStartPortion({ view, extent }: DashboardState): number {
  return keepOnStrip(instantToCss(view.window.start, extent, 1));
}

function toEndPortion({ view, extent }: DashboardState): number {
  return keepOnStrip(instantToCss(view.window.end, extent, 1));
}

// A window may be dragged past the dossier's own time; its ends then wait at the edge where they can be grabbed.
function keepOnStrip(portion: number): number {
  return Math.min(1, Math.max(0, portion));
}
