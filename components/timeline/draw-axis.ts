import type { Context2D } from "@/components/paint/context";
import type { Range } from "@/core/time/instant";
import type { AxisTicks } from "@/core/time/ticks";
import type { CssPixels } from "@/core/timeline/lanes";
import { instantToCss } from "@/core/timeline/scale";
import type { Axis } from "./axis";
import { AXIS_HEIGHT } from "./lanes-layout";
import type { Palette } from "./palette";

// No label of the coarser line is longer.
const LONGEST_CONTEXT: CssPixels = 160;

/** Paints the labels, a line down from each, and lines across at the axis and at `rows`. */
export function drawAxis(
  context: Context2D,
  { ticks, window }: Axis,
  rows: readonly CssPixels[],
  width: CssPixels,
  height: CssPixels,
  palette: Palette,
): void {
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  context.beginPath();
  for (const { at } of ticks.major) {
    const x = Math.round(instantToCss(at, window, width)) + 0.5;
    context.moveTo(x, AXIS_HEIGHT);
    context.lineTo(x, height);
  }
  for (const row of [AXIS_HEIGHT, ...rows]) {
    context.moveTo(0, row + 0.5);
    context.lineTo(width, row + 0.5);
  }
  context.stroke();
  context.textBaseline = "middle";
  context.textAlign = "left";
  drawContexts(context, ticks, window, width, palette);
  context.font = `400 11px ${palette.font}`;
  for (const { at, label, isWeekend } of ticks.major) {
    const x = instantToCss(at, window, width);
    if (x < -80 || x > width) continue;
    context.fillStyle = isWeekend ? palette.ink3 : palette.ink;
    context.fillText(label, x + 4, 28);
  }
}

/** Paints the line down from the playhead's handle. */
export function drawPlayhead(
  context: Context2D,
  { playhead, window }: Axis,
  width: CssPixels,
  height: CssPixels,
  palette: Palette,
): void {
  context.fillStyle = palette.playhead;
  context.fillRect(Math.round(instantToCss(playhead, window, width)) - 1, AXIS_HEIGHT - 6, 2, height);
}

function drawContexts(
  context: Context2D,
  ticks: AxisTicks,
  window: Range,
  width: CssPixels,
  palette: Palette,
): void {
  context.font = `550 11px ${palette.font}`;
  context.fillStyle = palette.ink2;
  const contexts = ticks.context.map(({ at, label }) => ({ x: instantToCss(at, window, width), label }));
  contexts.forEach(({ x, label }, i) => {
    const next = contexts[i + 1]?.x ?? Number.POSITIVE_INFINITY;
    // The last one to have begun stays at the left edge until the next one pushes it out.
    if (x > width || next < 0) return;
    const left = Math.max(x, 0) + 4;
    const isNear = next - left < LONGEST_CONTEXT;
    const most = isNear ? next - context.measureText(label).width - 12 : left;
    context.fillText(label, Math.min(left, most), 11);
  });
}
