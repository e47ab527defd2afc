import {
  FIRST_INSTANT,
  HOUR,
  type Instant,
  LAST_INSTANT,
  type Milliseconds,
  type Range,
  toRange,
} from "../time/instant";
import type { When } from "../time/when";

// Two hours fill the timeline with quarter-hour ticks; no EDTF date that is read here is finer than a minute.
export const SHORTEST_WINDOW: Milliseconds = 2 * HOUR;

/** The window with `portion` of its length added on both sides, within the calendar. */
export function widenWindow({ start, end }: Range, portion: number): Range {
  const margin = Math.round((end - start) * portion);
  return toRange(
    Math.max(FIRST_INSTANT, start - margin) as Instant,
    Math.min(LAST_INSTANT, end + margin) as Instant,
  );
}

/** Moves the window by `shift` milliseconds, keeping its length and staying inside the calendar. */
export function panWindow(window: Range, shift: Milliseconds): Range {
  const length = window.end - window.start;
  const start = clamp(Math.round(window.start + shift), FIRST_INSTANT, LAST_INSTANT - length);
  return toRange(start as Instant, (start + length) as Instant);
}

/** Scales the window's length by `factor`, keeping `anchor` where it is on the screen. */
export function zoomWindow(window: Range, factor: number, anchor: Instant): Range {
  const length = window.end - window.start;
  const scaled = clamp(length * factor, SHORTEST_WINDOW, LAST_INSTANT - FIRST_INSTANT);
  const before = (clamp(anchor, window.start, window.end) - window.start) * (scaled / length);
  return fitWindow(clamp(anchor, window.start, window.end) - before, scaled);
}

/** Moves one end of the window to `at`, keeping it at least as long as the shortest window. */
export function resizeWindow(window: Range, edge: "start" | "end", at: Instant): Range {
  return edge === "start"
    ? toRange(clamp(at, FIRST_INSTANT, window.end - SHORTEST_WINDOW) as Instant, window.end)
    : toRange(window.start, clamp(at, window.start + SHORTEST_WINDOW, LAST_INSTANT) as Instant);
}

/** The window moved, and widened if need be, so that the event shows with room on both sides. */
export function revealInWindow(window: Range, when: When): Range {
  const { bounds } = when;
  const start = bounds.beginEarliest ?? bounds.endEarliest ?? window.start;
  const end = bounds.endLatest ?? bounds.beginLatest ?? window.end;
  if (start >= window.start && end <= window.end) return window;
  const length = Math.max(window.end - window.start, (end - start) * 1.25);
  return fitWindow((start + end) / 2 - length / 2, length);
}

/** The stretch from the first to the last known bound of all dates, with a margin; `fallback` where none is known. */
export function toExtent(whens: readonly When[], fallback: Range): Range {
  const known = whens.flatMap(({ bounds }) =>
    [bounds.beginEarliest, bounds.beginLatest, bounds.endEarliest, bounds.endLatest].filter(
      (at) => at !== null,
    ),
  );
  if (known.length === 0) return fallback;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const at of known) {
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return toRoomyRange(first, last);
}

/** The stretch with a margin on both sides. */
export function toRoomyRange(first: number, last: number): Range {
  // A twentieth on both sides keeps the first and the last event off the edge, where the brush is grabbed.
  const margin = Math.max((last - first) / 20, 6 * HOUR);
  return fitWindow(first - margin, last - first + 2 * margin);
}

export function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}

function fitWindow(start: number, length: number): Range {
  const whole = Math.round(clamp(length, SHORTEST_WINDOW, LAST_INSTANT - FIRST_INSTANT));
  const first = clamp(Math.round(start), FIRST_INSTANT, LAST_INSTANT - whole);
  return toRange(first as Instant, (first + whole) as Instant);
}
