import type { Instant, Range } from "@/core/time/instant";
import { type AxisTicks, layOutTicks } from "@/core/time/ticks";
import type { CssPixels } from "@/core/timeline/lanes";
import { selectZone } from "@/state/selectors";
import type { DashboardState } from "@/state/store";

/** What the window's time is read from, over lanes of either kind. */
export type Axis = {
  readonly window: Range;
  readonly playhead: Instant;
  readonly ticks: AxisTicks;
};

// Two day labels ("Wed 25") with air between them.
const TICK_GAP: CssPixels = 52;

export function toAxis(state: DashboardState, width: CssPixels): Axis {
  const { window, playhead } = state.view;
  return { window, playhead, ticks: layOutTicks(window, selectZone(state), width, TICK_GAP) };
}
