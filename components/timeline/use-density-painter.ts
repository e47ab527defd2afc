"use client";

import { type RefObject, useEffect } from "react";
import { observeTheme } from "@/components/ui/theme";
import { layOutTicks } from "@/core/time/ticks";
import { layOutDensity } from "@/core/timeline/density";
import { instantToCss } from "@/core/timeline/scale";
import { cancelFrame, requestFrame } from "@/state/frames";
import { selectFiltered, selectZone } from "@/state/selectors";
import type { DashboardState } from "@/state/store";
import { useDashboardStore } from "@/state/use-dashboard";
import { openCanvas } from "./canvas";
import { observeSize } from "./canvas-size";
import { withAlpha } from "./draw-bar";
import { type Palette, readPalette } from "./palette";

const LABELS_HEIGHT = 14;
const BASE = 3;

/** Paints the strip when the events, the size or the theme change, but not while the window is dragged. */
export function useDensityPainter(canvas: RefObject<HTMLCanvasElement | null>): void {
  const store = useDashboardStore();

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let palette = readPalette(element);

    function paint(): void {
      if (!element) return;
      const { width, height } = observed.size;
      const context = width > 0 ? openCanvas(element, width, height) : null;
      if (!context) return;
      const state = store.getState();
      const floor = height - LABELS_HEIGHT;
      context.fillStyle = palette.ground;
      context.fillRect(0, 0, width, floor);
      if (state.crowd) drawCrowd?.(context, state, width, floor, palette);
      else drawDensity(context, state, width, floor, palette);
      const ticks = layOutTicks(state.extent, selectZone(state), width, 64);
      context.font = `400 11px ${palette.font}`;
      context.fillStyle = palette.ink3;
      context.textBaseline = "alphabetic";
      const years = new Set(ticks.context.map(({ at }) => at));
      for (const { at, label } of ticks.major) {
        const x = instantToCss(at, state.extent, width);
        if (x < 0 || x + context.measureText(label).width > width) continue;
        const year = years.has(at) ? ticks.context.find((tick) => tick.at === at)?.label : undefined;
        context.fillText(year && year !== label ? `${label} ${year}` : label, x, height - 2);
      }
    }

    let drawCrowd: typeof import("./draw-crowd-strip").drawCrowdStrip | null = null;
    const observed = observeSize(element, paint);
    const schedule = () => requestFrame(paint);
    if (store.getState().crowd) {
      void import("./draw-crowd-strip").then(({ drawCrowdStrip }) => {
        drawCrowd = drawCrowdStrip;
        schedule();
      });
    }
    const unsubscribe = store.subscribe((state, before) => {
      const isSame =
        state.view.clock === before.view.clock &&
        state.crowd?.whole === before.crowd?.whole &&
        (state.crowd
          ? state.view.filters.cat === before.view.filters.cat
          : selectFiltered(state) === selectFiltered(before));
      if (!isSame) schedule();
    });
    const endTheme = observeTheme(() => {
      palette = readPalette(element);
      schedule();
    });
    schedule();
    return () => {
      unsubscribe();
      observed.end();
      endTheme();
      cancelFrame(paint);
    };
  }, [store, canvas]);
}

function drawDensity(
  context: CanvasRenderingContext2D,
  state: DashboardState,
  width: number,
  floor: number,
  palette: Palette,
): void {
  const density = layOutDensity(selectFiltered(state), state.extent, width);
  density.stretches.forEach(({ left, right, category }, i) => {
    context.fillStyle = withAlpha(palette.categories[category], 0.55);
    context.fillRect(left, floor - BASE - (i % 3) * 3, right - left, 2);
  });
  context.fillStyle = palette.ink2;
  density.counts.forEach((count, bin) => {
    if (count === 0) return;
    const height = Math.max(5, (count / density.largest) * (floor - 6));
    context.fillRect(bin * density.binWidth, floor - height, density.binWidth - 1, height);
  });
}
