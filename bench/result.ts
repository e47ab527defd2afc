import { quantile } from "./figures";
import type { Frame } from "./main-thread";

/** A window dragged over the whole timeline: main-thread time a frame in milliseconds. */
export type Scrub = {
  readonly steps: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** Steps whose work was longer than one frame of a 60 Hz screen, and than three. */
  readonly over16: number;
  readonly over50: number;
  /** The main thread's tasks by the clock, which runs on while other processes have their turn. */
  readonly wallP50: number;
  readonly wallP95: number;
  /** From one step to the next, median: what raster and compositing add, which is not the main thread's. */
  readonly interval: number;
};

/** How a contestant did with a number of events. */
export type Result = {
  readonly contestant: string;
  readonly events: number;
  /** The window's length as a share of the whole; 0 where it is the dossier's own. */
  readonly share: number;
} & (Outcome | { readonly skipped: string });

export type Outcome = {
  readonly loadMs: number;
  /** The page's JavaScript heap and what its arrays hold outside it, after a collection. */
  readonly memoryBytes: number;
  /** Sent to the browser until the first view was there. */
  readonly sentBytes: number;
  readonly scrub: Scrub;
};

const FRAME_MS = 1000 / 60;
const JANK_MS = 50;

export function toScrub(frames: readonly Frame[]): Scrub {
  const work = frames.map((frame) => frame.work);
  const wall = frames.map((frame) => frame.wall);
  return {
    steps: work.length,
    p50: quantile(work, 0.5),
    p95: quantile(work, 0.95),
    max: Math.max(...work),
    over16: work.filter((ms) => ms > FRAME_MS).length,
    over50: work.filter((ms) => ms > JANK_MS).length,
    wallP50: quantile(wall, 0.5),
    wallP95: quantile(wall, 0.95),
    interval: quantile(
      frames.map(({ interval }) => interval),
      0.5,
    ),
  };
}
