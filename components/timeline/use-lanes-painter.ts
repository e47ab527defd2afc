"use client";

import { type RefObject, useEffect, useRef } from "react";
import { observeTheme } from "@/components/ui/theme";
import type { CssPixels } from "@/core/timeline/lanes";
import { cancelFrame, requestFrame } from "@/state/frames";
import { selectMode } from "@/state/selectors";
import { useDashboardStore } from "@/state/use-dashboard";
import { toAxis } from "./axis";
import { openCanvas } from "./canvas";
import { observeSize } from "./canvas-size";
import { drawLanes, toLabelFont } from "./draw-lanes";
import { createLanesLayout, type LanesLayout, type PlacedMark, placeMarks } from "./lanes-layout";
import { readPalette } from "./palette";

/** What the canvas shows at the moment, for hit tests and for the names of the lanes. */
export type LanesScene = {
  readonly width: CssPixels;
  readonly height: CssPixels;
  readonly marks: readonly PlacedMark[];
  readonly layout: LanesLayout;
};

/** Paints the lanes on the canvas after every change, once a frame; `onLayout` hears when the lanes are others. */
export function useLanesPainter(
  canvas: RefObject<HTMLCanvasElement | null>,
  onLayout: (layout: LanesLayout) => void,
): RefObject<LanesScene | null> {
  const store = useDashboardStore();
  const scene = useRef<LanesScene | null>(null);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const layOut = createLanesLayout();
    let palette = readPalette(element);
    let measure = createMeasure(toLabelFont(palette));
    let shown: LanesLayout | null = null;

    function paint(): void {
      if (!element) return;
      const state = store.getState();
      // What fades away keeps its last picture.
      if (selectMode(state) !== "events") {
        scene.current = null;
        return;
      }
      const { width, height } = observed.size;
      const context = width > 0 ? openCanvas(element, width, height) : null;
      if (!context) return;
      const { view, focus } = state;
      const layout = layOut(state, width, height, measure);
      const marks = placeMarks(layout, view.window, width);
      scene.current = { width, height, marks, layout };
      drawLanes(
        context,
        {
          ...toAxis(state, width),
          layout,
          marks,
          selectedId: focus.eventId,
          hoveredId: focus.hoveredId,
        },
        width,
        height,
        palette,
      );
      if (layout !== shown) onLayout(layout);
      shown = layout;
    }
    function repaint(): void {
      if (!element) return;
      palette = readPalette(element);
      measure = createMeasure(toLabelFont(palette));
      requestFrame(paint);
    }

    const observed = observeSize(element, paint);
    const schedule = () => requestFrame(paint);
    const unsubscribe = store.subscribe(schedule);
    const endTheme = observeTheme(repaint);
    // Labels measured before the font has come would be given too much or too little room.
    void document.fonts.ready.then(repaint);
    schedule();
    return () => {
      unsubscribe();
      observed.end();
      endTheme();
      cancelFrame(paint);
    };
  }, [store, canvas, onLayout]);

  return scene;
}

function createMeasure(font: string): (text: string) => CssPixels {
  const context = document.createElement("canvas").getContext("2d");
  const widths = new Map<string, CssPixels>();
  if (context) context.font = font;
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    const width = context?.measureText(text).width ?? text.length * 6;
    widths.set(text, width);
    return width;
  };
}
