"use client";

import { type RefObject, useEffect, useRef } from "react";
import { observeTheme } from "@/components/ui/theme";
import type { Crowd } from "@/core/brush/crowd";
import { type TimeBins, toTimeBins } from "@/core/brush/time-bins";
import { CATEGORIES } from "@/core/record/vocabulary";
import { toBar } from "@/core/timeline/bar";
import type { CssPixels } from "@/core/timeline/lanes";
import { selectLanes } from "@/state/crowd-lanes";
import { selectCounted, selectMask } from "@/state/crowd-selectors";
import { cancelFrame, requestFrame } from "@/state/frames";
import { selectMode, selectSelected } from "@/state/selectors";
import type { DashboardState } from "@/state/store";
import { useDashboardStore } from "@/state/use-dashboard";
import { openCanvas } from "./canvas";
import { observeSize } from "./canvas-size";
import { toAxis } from "./draw-axis";
import { type DensityPicture, drawDensityLanes, type SelectedBar } from "./draw-density-lanes";
import { readPalette } from "./palette";

/** What the canvas shows at the moment, for the words beside the pointer. */
export type DensityScene = {
  readonly picture: DensityPicture;
  readonly width: CssPixels;
  readonly height: CssPixels;
  readonly state: DashboardState;
};

/** Paints a crowd's lanes after every change, once a frame; what the playhead alone changes is not counted anew. */
export function useDensityLanesPainter(
  canvas: RefObject<HTMLCanvasElement | null>,
): RefObject<DensityScene | null> {
  const store = useDashboardStore();
  const scene = useRef<DensityScene | null>(null);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const count = createBinCounts();
    let palette = readPalette(element);

    function paint(): void {
      if (!element) return;
      const state = store.getState();
      const counted = selectCounted(state);
      // What fades away keeps its last picture.
      if (!counted || selectMode(state) !== "crowd") return;
      const { width, height } = observed.size;
      const context = width > 0 ? openCanvas(element, width, height) : null;
      if (!context) return;
      const bins = toTimeBins(counted.crowd, state.view.window, width, state.extent);
      const picture = {
        ...count(counted.crowd, bins, selectMask(state)),
        kinds: selectLanes(state),
        ...toAxis(state, width),
        selected: toSelectedBar(state),
      };
      drawDensityLanes(context, picture, width, height, palette);
      scene.current = { picture, width, height, state };
    }

    const observed = observeSize(element, paint);
    const schedule = () => requestFrame(paint);
    const unsubscribe = store.subscribe(schedule);
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

  return scene;
}

type BinCounts = { readonly bins: TimeBins; readonly counts: Int32Array; readonly largest: number };

// Lanes keep their scale while the window only moves, and grow no higher than their room when more comes into it.
function createBinCounts(): (crowd: Crowd, bins: TimeBins, mask: number) => BinCounts {
  let last: (BinCounts & { readonly crowd: Crowd; readonly mask: number }) | null = null;
  return (crowd, bins, mask) => {
    const isSameScale = last?.crowd === crowd && last.mask === mask && last.bins.width === bins.width;
    const isSame =
      isSameScale && last?.bins.range.start === bins.range.start && last.bins.count === bins.count;
    if (last && isSame) return last;
    const counts = crowd.countTouching(bins.range, bins.count, mask);
    let largest = isSameScale && last ? last.largest : 1;
    for (const value of counts) if (value > largest) largest = value;
    last = { crowd, mask, bins, counts, largest };
    return last;
  };
}

function toSelectedBar(state: DashboardState): SelectedBar | null {
  const selected = selectSelected(state);
  if (!selected?.when) return null;
  const { start, end } = toBar(selected.when, state.extent);
  const { window } = state.view;
  if (end <= window.start || start >= window.end) return null;
  const { category, title } = selected.event;
  return { kind: CATEGORIES.indexOf(category), start, end, title };
}
