import { type Columns, EXTENT, toColumns } from "./columns";
import { STEP_MARK } from "./step-mark";

/** `[start, end)` in the columns' minutes. */
export type Stretch = { readonly start: number; readonly end: number };

/** What a page must be able to do: draw the events that overlap a window. */
export type Contest = {
  /** Prepares whatever it needs and draws the first window. */
  readonly load: (events: Columns, window: Stretch) => void;
  readonly frame: (window: Stretch) => void;
};

export type Drag = { readonly share: number; readonly steps: number; readonly capMs: number };

/** What the benchmark calls in the page. */
export type Bench = {
  /** Milliseconds from the columns being there to their first window being on the screen. */
  readonly load: (n: number, seed: number, share: number) => Promise<number>;
  /** Drags the window over the whole timeline, one step a frame; returns the steps done before the cap. */
  readonly drag: (drag: Drag) => Promise<number>;
};

/** Makes a contest what the benchmark calls. */
export function enter({ load, frame }: Contest): void {
  const bench: Bench = {
    async load(n, seed, share) {
      const events = toColumns(n, seed);
      await toFrame();
      const started = performance.now();
      load(events, toStretch(0, share));
      await toFrame();
      await toFrame();
      return performance.now() - started;
    },
    async drag({ share, steps, capMs }) {
      const giveUp = performance.now() + capMs;
      // The way back to the first window is not part of the drag.
      frame(toStretch(0, share));
      await toFrame();
      await toFrame();
      let done = 0;
      for (; done < steps && performance.now() < giveUp; done += 1) {
        await toFrame();
        performance.mark(STEP_MARK);
        frame(toStretch((done + 1) / steps, share));
      }
      await toFrame();
      performance.mark(STEP_MARK);
      return done;
    },
  };
  Object.assign(window, { bench });
}

/** The window when the drag has come `portion` of its way, from 0 to 1. */
function toStretch(portion: number, share: number): Stretch {
  const start = Math.round(portion * (1 - share) * EXTENT);
  return { start, end: start + Math.round(share * EXTENT) };
}

function toFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
