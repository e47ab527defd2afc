import { DAY, HOUR, type Instant, type Milliseconds, type Range } from "../time/instant";
import type { When } from "../time/when";

/** How far an arrow key moves a slider in a window of this length. */
export function toStep(window: Range): Milliseconds {
  const length = window.end - window.start;
  if (length <= 3 * DAY) return HOUR;
  if (length <= 120 * DAY) return DAY;
  if (length <= 8 * 365 * DAY) return 30 * DAY;
  return 365 * DAY;
}

/** Where an event stands for stepping and playing: its first known bound. */
export function toMoment({ bounds }: When): Instant | null {
  return bounds.beginEarliest ?? bounds.endEarliest;
}

/**
 * Moves the playhead by `elapsed` × `speed`; with `skipQuiet` it leaps over a stretch in which nothing happens, but
 * for a lead of `speed` (a second of play) before the next event.
 */
export function advancePlayhead(
  playhead: Instant,
  elapsed: Milliseconds,
  speed: number,
  skipQuiet: readonly Range[] | null,
): Instant {
  const next = playhead + elapsed * speed;
  if (skipQuiet === null || skipQuiet.some(({ start, end }) => start <= next && next < end)) {
    return Math.round(next) as Instant;
  }
  const following = skipQuiet.map(({ start }) => start).filter((start) => start > next);
  const lead = speed * 1000;
  const target = following.length === 0 ? next : Math.max(next, Math.min(...following) - lead);
  return Math.round(target) as Instant;
}
