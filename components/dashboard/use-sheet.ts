"use client";

import { type PointerEvent, type RefObject, useCallback, useEffect, useState } from "react";
import { startDrag } from "@/components/ui/drag";
import { prefersStillness } from "@/components/ui/theme";
import type { CssPixels } from "@/core/timeline/lanes";
import { useDashboardStore } from "@/state/use-dashboard";

export const SHEET_SIZES = ["peek", "half", "full"] as const;
export type SheetSize = (typeof SHEET_SIZES)[number];
export type SheetPage = "events" | "reader";

export type Sheet = {
  readonly size: SheetSize;
  readonly page: SheetPage;
  readonly setSize: (size: SheetSize) => void;
  /** Brings a page into sight, in a sheet that is at least half open. */
  readonly showPage: (page: SheetPage) => void;
  readonly readPage: () => void;
  /** Follows the finger and settles at the next size; `onTap` if it did not move. */
  readonly drag: (event: PointerEvent<HTMLElement>, onTap: () => void) => void;
};

// Pixels in a millisecond: a flick goes on to the next size wherever it ends.
const FLICK = 0.5;
// A finger that means to tap still moves this far.
const SLOP: CssPixels = 4;

/** The phone's bottom sheet: how far it is open, and which of its two pages is seen. Elsewhere nothing comes of it. */
export function useSheet(main: RefObject<HTMLElement | null>, pages: RefObject<HTMLElement | null>): Sheet {
  const store = useDashboardStore();
  const [size, setSize] = useState<SheetSize>("half");
  const [page, setPage] = useState<SheetPage>("events");

  const open = useCallback(() => setSize((now) => (now === "peek" ? "half" : now)), []);
  const turnTo = useCallback(
    (next: SheetPage, behavior: ScrollBehavior) => {
      const left = next === "events" ? 0 : (pages.current?.clientWidth ?? 0);
      pages.current?.scrollTo({ left, behavior });
    },
    [pages],
  );
  const showPage = useCallback(
    (next: SheetPage) => {
      open();
      turnTo(next, prefersStillness() ? "instant" : "smooth");
    },
    [open, turnTo],
  );

  useEffect(() => {
    if (store.getState().focus.eventId !== null) turnTo("reader", "instant");
    return store.subscribe(({ focus }, before) => {
      if (focus === before.focus || focus.eventId === null) return;
      // Hovering changes the focus too; what was not hovered and is the same event was chosen once more.
      const isHover = focus.hoveredId !== before.focus.hoveredId && focus.eventId === before.focus.eventId;
      if (!isHover) showPage("reader");
    });
  }, [store, showPage, turnTo]);

  // What has the focus must be seen: neither closed away in the sheet nor covered by it.
  useEffect(() => {
    const element = main.current;
    if (!element) return;
    function uncover({ target }: FocusEvent): void {
      if (!(target instanceof Element)) return;
      if (pages.current?.contains(target)) open();
      else if (target.closest("#map, #timeline")) setSize((now) => (now === "full" ? "half" : now));
    }
    element.addEventListener("focusin", uncover);
    return () => element.removeEventListener("focusin", uncover);
  }, [main, pages, open]);

  function drag(event: PointerEvent<HTMLElement>, onTap: () => void): void {
    const element = main.current;
    if (event.button !== 0 || !element) return;
    const { bottom, height } = element.getBoundingClientRect();
    const begin = event.clientY;
    const grip = begin - (bottom - heightOf(size, height));
    let [position, speed, at] = [begin, 0, performance.now()];
    let hasMoved = false;
    startDrag(event, {
      onMove({ y, dy }) {
        const now = performance.now();
        if (now > at) speed = dy / (now - at);
        [position, at] = [y, now];
        hasMoved ||= Math.abs(y - begin) > SLOP;
        if (!hasMoved) return;
        const open = Math.min(height, Math.max(heightOf("peek", height), bottom - y + grip));
        element.dataset.dragged = "true";
        element.style.setProperty("--sheet", `${open}px`);
      },
      onEnd() {
        delete element.dataset.dragged;
        element.style.removeProperty("--sheet");
        if (!hasMoved) return onTap();
        const isFlick = Math.abs(speed) > FLICK && performance.now() - at < 80;
        const open = bottom - position + grip;
        setSize(isFlick ? toNext(open, height, speed < 0) : toNearest(open, height));
      },
    });
  }

  return {
    size,
    page,
    setSize,
    showPage,
    readPage() {
      const { scrollLeft = 0, clientWidth = 0 } = pages.current ?? {};
      if (clientWidth > 0) setPage(scrollLeft > clientWidth / 2 ? "reader" : "events");
    },
    drag,
  };
}

// As parts of the height below the header; dashboard.module.css has the same, where a peek is as high as its head.
const PARTS: Record<SheetSize, number> = { peek: 0.09, half: 0.41, full: 1 };

function heightOf(size: SheetSize, height: CssPixels): CssPixels {
  return PARTS[size] * height;
}

function toNearest(open: CssPixels, height: CssPixels): SheetSize {
  const distance = (size: SheetSize) => Math.abs(open - heightOf(size, height));
  return SHEET_SIZES.toSorted((a, b) => distance(a) - distance(b))[0] ?? "half";
}

function toNext(open: CssPixels, height: CssPixels, isUp: boolean): SheetSize {
  return isUp
    ? (SHEET_SIZES.find((size) => heightOf(size, height) > open) ?? "full")
    : (SHEET_SIZES.findLast((size) => heightOf(size, height) < open) ?? "peek");
}
