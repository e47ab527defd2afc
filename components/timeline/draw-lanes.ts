import type { Id } from "@/core/record/record";
import type { CssPixels } from "@/core/timeline/lanes";
import type { Axis } from "./axis";
import { drawAxis, drawPlayhead } from "./draw-axis";
import { drawBar, withAlpha } from "./draw-bar";
import { AXIS_HEIGHT, BAR_HEIGHT, type LanesLayout, type PlacedMark, ROW_HEIGHT } from "./lanes-layout";
import type { Palette } from "./palette";

export type LanesPicture = Axis & {
  readonly layout: LanesLayout;
  readonly marks: readonly PlacedMark[];
  readonly selectedId: Id | null;
  readonly hoveredId: Id | null;
};

const LABEL_GAP: CssPixels = 8;
const RING: CssPixels = 3;

/** Paints the axis, the lanes and their marks; the context must be in CSS pixels and cleared. */
export function drawLanes(
  context: CanvasRenderingContext2D,
  picture: LanesPicture,
  width: CssPixels,
  height: CssPixels,
  palette: Palette,
): void {
  const rows = picture.layout.firstRows.map((row) => AXIS_HEIGHT + row * ROW_HEIGHT);
  drawAxis(context, picture, rows, width, height, palette);
  for (const placed of picture.marks) {
    const [only] = placed.mark.values;
    if (!only) continue;
    const ids = placed.mark.values.map(({ reading }) => reading.event.id);
    if (placed.mark.values.length > 1) drawCluster(context, placed, width, palette);
    else drawBar(context, only, placed, picture.window, width, palette);
    const isSelected = picture.selectedId !== null && ids.includes(picture.selectedId);
    const isHovered = picture.hoveredId !== null && ids.includes(picture.hoveredId);
    if (isSelected || isHovered) drawRing(context, placed, isSelected ? palette.ink : palette.ink3, palette);
    drawLabel(context, placed, width, isSelected, palette);
  }
  drawPlayhead(context, picture, width, height, palette);
}

/** The font of labels, in which they must be measured too. */
export function toLabelFont({ font }: Pick<Palette, "font">, isBold = false): string {
  return `${isBold ? 650 : 400} 12px ${font}`;
}

function drawCluster(
  context: CanvasRenderingContext2D,
  { mark, left, right, top }: PlacedMark,
  stripWidth: CssPixels,
  palette: Palette,
): void {
  const text = `${mark.values.length}`;
  context.font = `600 11px ${palette.font}`;
  const width = Math.max(right - left, context.measureText(text).width + 14);
  // The count stands in the middle of what is seen: a cluster may reach far beyond the window.
  const middle = (Math.max(left, 0) + Math.min(left + width, stripWidth)) / 2;
  const categories = new Set(mark.values.map(({ reading }) => reading.event.category));
  const [category] = categories;
  const colour = categories.size === 1 && category ? palette.categories[category] : palette.ink2;
  context.fillStyle = withAlpha(colour, 0.18);
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  context.roundRect(left + 0.75, top - 0.5, width - 1.5, BAR_HEIGHT + 1, 7.5);
  context.fill();
  context.stroke();
  context.fillStyle = palette.ink;
  context.textAlign = "center";
  context.fillText(text, middle, top + BAR_HEIGHT / 2 + 0.5);
  context.textAlign = "left";
}

function drawRing(
  context: CanvasRenderingContext2D,
  { left, right, top }: PlacedMark,
  colour: string,
  palette: Palette,
): void {
  for (const [reach, stroke, line] of [
    [1.5, palette.panel, 3],
    [RING, colour, 2],
  ] as const) {
    context.beginPath();
    context.roundRect(left - reach, top - reach, right - left + 2 * reach, BAR_HEIGHT + 2 * reach, 4 + reach);
    context.strokeStyle = stroke;
    context.lineWidth = line;
    context.stroke();
  }
}

function drawLabel(
  context: CanvasRenderingContext2D,
  { mark, left, right, top }: PlacedMark,
  width: CssPixels,
  isSelected: boolean,
  palette: Palette,
): void {
  const [only] = mark.values;
  if (!only || mark.values.length > 1) return;
  context.font = toLabelFont(palette, isSelected);
  context.fillStyle = palette.ink;
  context.textAlign = "left";
  const y = top + BAR_HEIGHT / 2 + 0.5;
  const { title } = only.reading.event;
  if (mark.label && mark.label.side === "right" && right < width - 24) {
    const room = Math.min(mark.label.room, width - right - LABEL_GAP);
    context.fillText(fitText(context, title, room), right + LABEL_GAP, y);
  } else if (mark.label && mark.label.side === "left" && left > 24) {
    const room = Math.min(mark.label.room, left - LABEL_GAP);
    const text = fitText(context, title, room);
    context.fillText(text, left - LABEL_GAP - context.measureText(text).width, y);
  } else if ((left < 0 || right > width) && Math.min(right, width) - Math.max(left, 0) > 90) {
    // A bar that runs off the screen takes its name with it: it is written on the part that shows.
    const start = Math.max(left, 0) + 8;
    context.strokeStyle = palette.panel;
    context.lineWidth = 3;
    context.lineJoin = "round";
    const text = fitText(context, title, Math.min(right, width) - start - 8);
    context.strokeText(text, start, y);
    context.fillText(text, start, y);
  }
}

/** The text, cut at a character with an ellipsis if it is wider than `room`. */
function fitText(context: CanvasRenderingContext2D, text: string, room: CssPixels): string {
  if (context.measureText(text).width <= room) return text;
  const characters = [...text];
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    const cut = `${characters.slice(0, middle).join("").trimEnd()}…`;
    if (context.measureText(cut).width <= room) fits = middle;
    else tooLong = middle;
  }
  return fits === 0 ? "" : `${characters.slice(0, fits).join("").trimEnd()}…`;
}
