"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";

export const ROW_HEIGHT = 54;
// Browsers lay out nothing higher than some 16 million pixels: longer lists are scrolled by portions of the whole.
const HIGHEST = 8_000_000;
const OVERSCAN = 5;

export type VisibleRows = {
  readonly first: number;
  readonly last: number;
  /** Where a row stands in the scrolled content. */
  readonly toTop: (row: number) => number;
  readonly height: number;
};

/** Which of `size` rows of a scroller can be seen. A short way scrolls by pixels, a long one by portions of the whole. */
export function useScrollRows(scroller: RefObject<HTMLElement | null>, size: number): VisibleRows {
  const [view, setView] = useState({ top: 0, scrolled: 0, room: 600 });
  const last = useRef({ top: 0, scrolled: 0 });
  const whole = size * ROW_HEIGHT;
  const height = Math.min(HIGHEST, whole);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const follow = () => {
      const { scrollTop: scrolled, clientHeight: room } = element;
      const moved = scrolled - last.current.scrolled;
      const isShort = Math.abs(moved) < 2 * room && scrolled > 0 && scrolled < height - room;
      const portion = height > room ? scrolled / (height - room) : 0;
      const top =
        whole <= HIGHEST
          ? scrolled
          : isShort
            ? Math.min(Math.max(0, last.current.top + moved), whole - room)
            : portion * (whole - room);
      last.current = { top, scrolled };
      setView({ top, scrolled, room });
    };
    follow();
    element.addEventListener("scroll", follow, { passive: true });
    const resize = new ResizeObserver(follow);
    resize.observe(element);
    return () => {
      element.removeEventListener("scroll", follow);
      resize.disconnect();
    };
  }, [scroller, height, whole]);

  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - OVERSCAN);
  return {
    first,
    last: Math.min(size, Math.ceil((view.top + view.room) / ROW_HEIGHT) + OVERSCAN),
    toTop: (row) => row * ROW_HEIGHT - view.top + view.scrolled,
    height,
  };
}
