import type { Context2D } from "@/components/paint/context";
import type { TimeBins } from "@/core/brush/time-bins";
import { CATEGORIES } from "@/core/record/vocabulary";
import type { Instant } from "@/core/time/instant";
import type { CssPixels } from "@/core/timeline/lanes";
import { instantToCss } from "@/core/timeline/scale";
import type { Axis } from "./axis";
import { drawAxis, drawPlayhead } from "./draw-axis";
import { withAlpha } from "./draw-bar";
import { AXIS_HEIGHT } from "./lanes-layout";
import type { Palette } from "./palette";

export type DensityPicture = Axis & {
  readonly bins: TimeBins;
  /** By bin and category, in the order of CATEGORIES. */
  readonly counts: Int32Array;
  /** The positions in CATEGORIES of the lanes, from top to bottom. */
  readonly kinds: readonly number[];
  /** The count that fills a lane's height. */
  readonly largest: number;
  /** The event that is read, if it lies in the window. */
  readonly selected: SelectedBar | null;
};

export type DensityDrawing = { readonly picture: DensityPicture; readonly palette: Palette };

export type SelectedBar = {
  readonly kind: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly title: string;
};

const KINDS = CATEGORIES.length;
const GAP: CssPixels = 3;
// A single event among thousands must still be seen.
const LEAST: CssPixels = 1.5;
const BAR: CssPixels = 7;

/** The height of each lane; half a lane is better than none that can be seen. */
export function toLaneHeight(lanes: number, height: CssPixels): CssPixels {
  return (height - AXIS_HEIGHT) / Math.max(1, lanes);
}

/** Paints the axis and a lane for each category as the number of its events over time: strong up to the playhead. */
export function drawDensityLanes(
  context: Context2D,
  { picture, palette }: DensityDrawing,
  width: CssPixels,
  height: CssPixels,
): void {
  const { kinds, window, playhead } = picture;
  const laneHeight = toLaneHeight(kinds.length, height);
  const head = Math.min(width, Math.max(0, instantToCss(playhead, window, width)));
  context.fillStyle = palette.line;
  for (let lane = 0; lane < kinds.length; lane++) {
    context.fillRect(0, Math.round(AXIS_HEIGHT + (lane + 1) * laneHeight) - 1, width, 1);
  }
  const shapes = kinds.map((kind, lane) =>
    toShape(picture, kind, AXIS_HEIGHT + (lane + 1) * laneHeight - 1, laneHeight - GAP, width),
  );
  for (const [from, to, alpha] of [
    [0, head, 0.85],
    [head, width, 0.32],
  ] as const) {
    if (to <= from) continue;
    context.save();
    context.beginPath();
    context.rect(from, 0, to - from, height);
    context.clip();
    shapes.forEach((shape, lane) => {
      context.fillStyle = withAlpha(palette.categories[CATEGORIES[kinds[lane] ?? 0] ?? "other"], alpha);
      context.fill(shape);
    });
    context.restore();
  }
  drawSelected(context, picture, laneHeight, width, palette);
  drawAxis(context, picture, [], width, height, palette);
  drawPlayhead(context, picture, width, height, palette);
}

// Steps, not a curve: each bin is as high as it is for its whole width. Empty ones and equal neighbours need no corner.
function toShape(
  { bins, counts, largest, window }: DensityPicture,
  kind: number,
  floor: CssPixels,
  room: CssPixels,
  width: CssPixels,
): Path2D {
  const left = instantToCss(bins.range.start, window, width);
  const step = (bins.width / (window.end - window.start)) * width;
  const shape = new Path2D();
  shape.moveTo(left, floor);
  let last = 0;
  for (let bin = 0; bin < bins.count; bin++) {
    const count = counts[bin * KINDS + kind] as number;
    if (count === last) continue;
    const x = left + bin * step;
    shape.lineTo(x, floor - toHeight(last, largest, room));
    shape.lineTo(x, floor - toHeight(count, largest, room));
    last = count;
  }
  const right = left + bins.count * step;
  shape.lineTo(right, floor - toHeight(last, largest, room));
  shape.lineTo(right, floor);
  return shape;
}

function toHeight(count: number, largest: number, room: CssPixels): CssPixels {
  return count === 0 ? 0 : Math.max(LEAST, Math.min(1, count / largest) * room);
}

function drawSelected(
  context: Context2D,
  { selected, kinds, window }: DensityPicture,
  laneHeight: CssPixels,
  width: CssPixels,
  palette: Palette,
): void {
  const lane = selected ? kinds.indexOf(selected.kind) : -1;
  if (!selected || lane === -1) return;
  const left = Math.max(-10, instantToCss(selected.start, window, width));
  const right = Math.max(left + BAR, Math.min(width + 10, instantToCss(selected.end, window, width)));
  const top = AXIS_HEIGHT + (lane + 1) * laneHeight - BAR - 2;
  context.beginPath();
  context.roundRect(left, top, right - left, BAR, 3);
  context.fillStyle = palette.ink;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = palette.panel;
  context.stroke();
  context.font = `650 12px ${palette.font}`;
  context.textBaseline = "middle";
  const text = selected.title.length > 60 ? `${selected.title.slice(0, 59).trimEnd()}…` : selected.title;
  const textWidth = context.measureText(text).width;
  const isRight = right + 6 + textWidth < width;
  const x = isRight ? right + 6 : left - 6 - textWidth;
  if (x < 0) return;
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeText(text, x, top + BAR / 2);
  context.fillStyle = palette.ink;
  context.fillText(text, x, top + BAR / 2);
}
