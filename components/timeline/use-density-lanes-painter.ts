"use client";

import { type RefObject, useEffect, useRef } from "react";
import { createBitmapView } from "@/components/paint/bitmap-view";
import { createPainter } from "@/components/paint/painter";
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
import { toAxis } from "./axis";
import { observeSize } from "./canvas-size";
import type { DensityPicture, SelectedBar } from "./draw-density-lanes";
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
    const area = element?.parentElement;
    if (!element || !area) return;
    const count = createBinCounts();
    let palette = readPalette(element);
    const painter = createPainter(palette.font);
    const show = createBitmapView(element);

    function paint(): void {
      if (!element) return;
      const state = store.getState();
      const counted = selectCounted(state);
      // What fades away keeps its last picture.
      if (!counted || selectMode(state) !== "crowd") return;
      const { width, height } = observed.size;
      if (width === 0) return;
      const bins = toTimeBins(counted.crowd, state.view.window, width, state.extent);
      const picture = {
        ...count(counted.crowd, bins, selectMask(state)),
        kinds: selectLanes(state),
        ...toAxis(state, width),
        selected: toSelectedBar(state),
      };
      scene.current = { picture, width, height, state };
      const drawing = { picture, palette };
      painter.paint({ kind: "lanes", width, height, ratio: devicePixelRatio, drawing }, show);
    }

    const observed = observeSize(area, paint);
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
      painter.close();
    };
  }, [store, canvas]);

  return scene;
}

type BinCounts = { readonly bins: TimeBins; readonly counts: Int32Array; readonly largest: number };

// Lanes keep their scale while the window only moves, and grow no higher than their room when more comes into it.
function createBinCounts(): (crowd: Crowd, bins: TimeBins, mask: number) => BinCounts {
  let last: { readonly crowd: Crowd; readonly mask: number; readonly counted: BinCounts } | null = null;
  return (crowd, bins, mask) => {
    const before = last?.crowd === crowd && last.mask === mask ? last.counted : null;
    const isSameScale = before?.bins.width === bins.width;
    const isSame =
      isSameScale && before?.bins.range.start === bins.range.start && before.bins.count === bins.count;
    if (before && isSame) return before;
    const counts = crowd.countTouching(bins.range, bins.count, mask);
    let largest = isSameScale && before ? before.largest : 1;
    for (const value of counts) if (value > largest) largest = value;
    last = { crowd, mask, counted: { bins, counts, largest } };
    return last.counted;
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
