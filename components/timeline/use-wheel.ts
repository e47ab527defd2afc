"use client";

import { type RefObject, useEffect } from "react";
import { cssToInstant } from "@/core/timeline/scale";
import { panWindow, zoomWindow } from "@/core/timeline/window";
import { actions, type DashboardStore } from "@/state/store";

// A notch of an ordinary wheel (100 px or 3 lines) zooms by about a fifth.
const ZOOM_PER_PIXEL = 0.002;
const PIXELS_PER_LINE = 33;
// One flick of a free-running wheel must not leap over ten scales at once.
const LARGEST_NOTCH = 240;

/** The wheel zooms at the pointer; sideways, or with Shift, it moves in time. A pinch on a trackpad is a wheel too. */
export function useWheel(area: RefObject<HTMLElement | null>, store: DashboardStore): void {
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    function handle(event: WheelEvent): void {
      if (!element) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_PER_LINE : 1;
      const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
      const box = element.getBoundingClientRect();
      const { window } = store.getState().view;
      const isSideways = event.shiftKey || Math.abs(dx) > Math.abs(dy);
      if (isSideways) {
        const shift = Math.abs(dx) > Math.abs(dy) ? dx : dy;
        actions.setWindow(store, panWindow(window, (shift / box.width) * (window.end - window.start)));
        return;
      }
      // Browsers report a pinch as a wheel with Ctrl and small steps.
      const strength = event.ctrlKey ? 5 : 1;
      const notch = Math.max(-LARGEST_NOTCH, Math.min(LARGEST_NOTCH, dy * strength));
      const anchor = cssToInstant(event.clientX - box.left, window, box.width);
      actions.setWindow(store, zoomWindow(window, Math.exp(notch * ZOOM_PER_PIXEL), anchor));
    }
    // React's own wheel listeners are passive and cannot keep the page still.
    element.addEventListener("wheel", handle, { passive: false });
    return () => element.removeEventListener("wheel", handle);
  }, [area, store]);
}
