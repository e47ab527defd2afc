"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef } from "react";
import { startDrag } from "@/components/ui/drag";
import type { CssPixels } from "@/core/timeline/lanes";
import styles from "./divider.module.css";
import { LEAST_MAP, loadPaneSize, PANES, type PaneName, savePaneSize } from "./pane-size";

// A key moves it far enough to be seen, and still to any size that matters.
const STEP: CssPixels = 16;

/** The line between a pane and the map (WAI-ARIA APG, window splitter): drag it, or move it with the arrow keys. */
export function Divider({ pane }: { pane: PaneName }) {
  const { name, element, axis, grows, least } = PANES[pane];
  const divider = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (divider.current) applySize(divider.current, pane, loadPaneSize(pane));
  }, [pane]);

  useEffect(() => {
    const [line, sized, map] = [divider.current, document.getElementById(element), locateMap()];
    if (!line || !sized || !map) return;
    // The browser settles the sizes, also when the window changes: what it gave is read, not what was asked for.
    const observer = new ResizeObserver(() => {
      const { now, most } = measure(pane);
      line.ariaValueMax = String(Math.round(most));
      line.ariaValueNow = String(Math.round(now));
      line.ariaValueText = `${Math.round(now)} pixels`;
    });
    observer.observe(sized);
    observer.observe(map);
    return () => observer.disconnect();
  }, [pane, element]);

  function resize(size: CssPixels): void {
    if (divider.current) applySize(divider.current, pane, keepInLimits(pane, size));
  }

  function save(): void {
    savePaneSize(pane, measure(pane).now);
  }

  function reset(): void {
    if (divider.current) applySize(divider.current, pane, null);
    savePaneSize(pane, null);
  }

  function drag(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    const begin = axis === "x" ? event.clientX : event.clientY;
    const { now } = measure(pane);
    let hasMoved = false;
    event.currentTarget.focus({ preventScroll: true });
    startDrag(event, {
      onMove(position) {
        hasMoved = true;
        resize(now + grows * (position[axis] - begin));
      },
      onEnd: () => hasMoved && save(),
    });
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { now, most } = measure(pane);
    const [back, on] = axis === "x" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const step = STEP * (event.shiftKey ? 5 : 1) * grows;
    if (event.key === back) resize(now - step);
    else if (event.key === on) resize(now + step);
    else if (event.key === "Home") resize(least);
    else if (event.key === "End") resize(most);
    else if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") reset();
    else save();
  }

  return (
    <div
      ref={divider}
      role="separator"
      tabIndex={0}
      className={styles.divider}
      data-pane={pane}
      aria-label={name}
      aria-orientation={axis === "x" ? "vertical" : "horizontal"}
      aria-controls={element}
      aria-valuemin={least}
      aria-valuenow={least}
      title="Drag to resize, double-click to reset"
      onPointerDown={drag}
      // Or Chromium would take the link of the list beneath for what is dragged.
      onMouseDown={(event) => event.preventDefault()}
      onDoubleClick={reset}
      onKeyDown={handleKey}
    />
  );
}

function applySize(divider: HTMLElement, pane: PaneName, size: CssPixels | null): void {
  const { property } = PANES[pane];
  const grid = divider.parentElement;
  if (size === null) grid?.style.removeProperty(property);
  else grid?.style.setProperty(property, `${size}px`);
}

function keepInLimits(pane: PaneName, size: CssPixels): CssPixels {
  return Math.max(PANES[pane].least, Math.min(measure(pane).most, size));
}

/** The pane's size, and the size it would have if the map gave all that it can spare. */
function measure(pane: PaneName): { now: CssPixels; most: CssPixels } {
  const { element, axis } = PANES[pane];
  const side = axis === "x" ? "width" : "height";
  const now = document.getElementById(element)?.getBoundingClientRect()[side] ?? 0;
  const map = locateMap()?.getBoundingClientRect()[side] ?? 0;
  return { now, most: now + Math.max(0, map - LEAST_MAP[axis]) };
}

function locateMap(): HTMLElement | null {
  return document.getElementById("map");
}
