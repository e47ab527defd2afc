import { sumKinds, toTimeBins } from "@/core/brush/time-bins";
import { instantToCss } from "@/core/timeline/scale";
import { selectMask } from "@/state/crowd-selectors";
import type { DashboardState } from "@/state/store";
import type { Palette } from "./palette";

/** A crowd in time: a column is what begins in it, whether its date is sharp or not; the vague are not told apart. */
export function drawCrowdStrip(
  context: CanvasRenderingContext2D,
  state: DashboardState,
  width: number,
  floor: number,
  palette: Palette,
): void {
  const crowd = state.crowd?.whole?.value;
  if (!crowd) return;
  const bins = toTimeBins(crowd, state.extent, width, state.extent);
  const sums = sumKinds(crowd.countBegins(bins.range, bins.count, selectMask(state)));
  const largest = Math.max(1, ...sums);
  const column = (bins.width / (state.extent.end - state.extent.start)) * width;
  context.fillStyle = palette.ink2;
  sums.forEach((count, bin) => {
    if (count === 0) return;
    const height = Math.max(2, (count / largest) * (floor - 6));
    const left = instantToCss(bins.range.start + bin * bins.width, state.extent, width);
    context.fillRect(left, floor - height, Math.max(1, column - 1), height);
  });
}
