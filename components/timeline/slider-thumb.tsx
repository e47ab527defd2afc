"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useCallback, useRef } from "react";
import { MINUTE } from "@/core/time/instant";
import type { DashboardState } from "@/state/store";
import { useFrame, useWords } from "@/state/use-dashboard";
import { createSlide, type Slide } from "./slide";

export type SliderValue = {
  readonly now: number;
  readonly least: number;
  readonly most: number;
  /** The value in words. */
  readonly text: string;
};

/** How far a key moves a slider: steps to the left or right, or to an end. */
export type SliderMove = { readonly steps: number } | { readonly to: "least" | "most" };

type Props = {
  readonly name: string;
  readonly className: string | undefined;
  /** Where the thumb stands, from 0 to 1. */
  readonly toPortion: (state: DashboardState) => number;
  readonly toValue: (state: DashboardState) => SliderValue;
  readonly onMove: (move: SliderMove) => void;
  readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
  readonly children?: ReactNode;
};

/**
 * A thumb of a slider over time (WAI-ARIA APG, multi-thumb slider), placed along the inline size of the nearest container;
 * it follows the state without React.
 */
export function SliderThumb({ name, className, toPortion, toValue, onMove, onPointerDown, children }: Props) {
  const thumb = useRef<HTMLDivElement>(null);
  const slide = useRef<Slide | null>(null);

  useFrame(
    useCallback(
      (state) => {
        const element = thumb.current;
        if (!element) return;
        const portion = toPortion(state);
        slide.current ??= createSlide(element);
        slide.current(portion);
        const isOutside = portion < 0 || portion > 1;
        if (element.hidden !== isOutside) element.hidden = isOutside;
      },
      [toPortion],
    ),
  );

  useWords(
    useCallback(
      (state) => {
        const element = thumb.current;
        if (!element) return;
        const { now, least, most, text } = toValue(state);
        // Whole minutes keep the numbers short; nothing finer is read from a source.
        setAttribute(element, "aria-valuemin", String(Math.round(least / MINUTE)));
        setAttribute(element, "aria-valuemax", String(Math.round(most / MINUTE)));
        setAttribute(element, "aria-valuenow", String(Math.round(now / MINUTE)));
        setAttribute(element, "aria-valuetext", text);
      },
      [toValue],
    ),
  );

  function handleKey(event: KeyboardEvent): void {
    const move = MOVES[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onMove("steps" in move && event.shiftKey ? { steps: move.steps * 10 } : move);
  }

  return (
    <div
      ref={thumb}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuenow={0}
      className={className}
      onKeyDown={handleKey}
      onPointerDown={onPointerDown}
    >
      {children}
    </div>
  );
}

const MOVES: Record<string, SliderMove> = {
  ArrowLeft: { steps: -1 },
  ArrowDown: { steps: -1 },
  ArrowRight: { steps: 1 },
  ArrowUp: { steps: 1 },
  PageDown: { steps: -10 },
  PageUp: { steps: 10 },
  Home: { to: "least" },
  End: { to: "most" },
};

function setAttribute(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
