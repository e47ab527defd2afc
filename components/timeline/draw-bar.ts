import type { Status } from "@/core/record/vocabulary";
import type { Range } from "@/core/time/instant";
import type { CssPixels } from "@/core/timeline/lanes";
import { instantToCss } from "@/core/timeline/scale";
import { BAR_HEIGHT, type BarItem } from "./lanes-layout";
import type { Palette } from "./palette";

type Box = { readonly left: CssPixels; readonly right: CssPixels; readonly top: CssPixels };

const RADIUS: CssPixels = 4;
// Canvases lose precision, and Chromium its dashes, when a bar of centuries is drawn at the scale of hours.
const MARGIN: CssPixels = 40;

/** Draws one event: solid where it certainly lasted, fading where its ends may lie, in the alphabet of its status. */
export function drawBar(
  context: CanvasRenderingContext2D,
  { reading, bar }: BarItem,
  box: Box,
  window: Range,
  width: CssPixels,
  palette: Palette,
): void {
  const colour = palette.categories[reading.event.category];
  // Bars that touch in time keep a hair's breadth apart on the screen.
  const left = Math.max(box.left + 1, -MARGIN);
  const right = Math.max(left + 2, Math.min(box.right - 1, width + MARGIN));
  const shape = { left, right, top: box.top };
  const { status } = reading;

  context.save();
  context.beginPath();
  context.roundRect(left, box.top, right - left, BAR_HEIGHT, RADIUS);
  context.clip();
  if (FILLED[status]) {
    const isVague = bar.solidStart === bar.solidEnd;
    // A date that is known to its day alone is a whole bar, and only what is vaguer fades.
    const solidLeft = instantToCss(bar.solidStart, window, width);
    const solidRight = isVague ? solidLeft : instantToCss(bar.solidEnd, window, width);
    context.fillStyle = isVague
      ? toVagueFill(context, colour, box)
      : toFadingFill(context, colour, box, solidLeft, Math.max(solidRight, solidLeft + 1));
    const top = status === "claimed" ? box.top + BAR_HEIGHT / 2 : box.top;
    context.fillRect(left, top, right - left, BAR_HEIGHT);
    if (status === "disputed") drawNotch(context, shape, palette, colour);
  } else {
    context.globalAlpha = 0.1;
    context.fillStyle = colour;
    context.fillRect(left, box.top, right - left, BAR_HEIGHT);
  }
  context.restore();

  if (OUTLINED[status]) drawOutline(context, shape, colour, status === "planned");
  if (status === "denied" || status === "cancelled") drawStroke(context, shape, colour, status);
}

const FILLED: Record<Status, boolean> = {
  occurred: true,
  ongoing: true,
  claimed: true,
  disputed: true,
  planned: false,
  denied: false,
  cancelled: false,
};

const OUTLINED: Record<Status, boolean> = {
  occurred: false,
  ongoing: false,
  claimed: true,
  disputed: true,
  planned: true,
  denied: true,
  cancelled: true,
};

function toFadingFill(
  context: CanvasRenderingContext2D,
  colour: string,
  box: Box,
  solidLeft: CssPixels,
  solidRight: CssPixels,
): CanvasGradient {
  const fill = context.createLinearGradient(box.left, 0, box.right, 0);
  const length = Math.max(1, box.right - box.left);
  const stop = (x: CssPixels) => Math.min(1, Math.max(0, (x - box.left) / length));
  fill.addColorStop(0, solidLeft - box.left > 1 ? withAlpha(colour, 0.12) : colour);
  fill.addColorStop(stop(solidLeft), colour);
  fill.addColorStop(stop(solidRight), colour);
  fill.addColorStop(1, box.right - solidRight > 1 ? withAlpha(colour, 0.12) : colour);
  return fill;
}

function toVagueFill(context: CanvasRenderingContext2D, colour: string, box: Box): CanvasGradient {
  const fill = context.createLinearGradient(box.left, 0, box.right, 0);
  fill.addColorStop(0, withAlpha(colour, 0.22));
  fill.addColorStop(0.5, withAlpha(colour, 0.6));
  fill.addColorStop(1, withAlpha(colour, 0.22));
  return fill;
}

function drawOutline(
  context: CanvasRenderingContext2D,
  { left, right, top }: Box,
  colour: string,
  isDashed: boolean,
): void {
  context.beginPath();
  context.roundRect(
    left + 0.75,
    top + 0.75,
    Math.max(1, right - left - 1.5),
    BAR_HEIGHT - 1.5,
    RADIUS - 0.75,
  );
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.setLineDash(isDashed ? [4, 3] : []);
  context.stroke();
  context.setLineDash([]);
}

function drawStroke(
  context: CanvasRenderingContext2D,
  { left, right, top }: Box,
  colour: string,
  status: Status,
): void {
  context.beginPath();
  // Denied is struck out from corner to corner, cancelled is struck through.
  const isDenied = status === "denied";
  context.moveTo(left + 2, isDenied ? top + BAR_HEIGHT - 2 : top + BAR_HEIGHT / 2);
  context.lineTo(right - 2, isDenied ? top + 2 : top + BAR_HEIGHT / 2);
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.stroke();
}

function drawNotch(
  context: CanvasRenderingContext2D,
  { left, right, top }: Box,
  palette: Palette,
  colour: string,
): void {
  const middle = (left + right) / 2;
  context.fillStyle = palette.panel;
  context.globalAlpha = 0.65;
  context.fillRect(middle, top, right - middle, BAR_HEIGHT);
  context.globalAlpha = 1;
  context.fillStyle = withAlpha(colour, 0.35);
  context.fillRect(middle, top, right - middle, BAR_HEIGHT);
  context.beginPath();
  context.moveTo(middle - 4, top);
  context.lineTo(middle + 4, top);
  context.lineTo(middle, top + 6);
  context.fillStyle = palette.panel;
  context.fill();
}

/** A `#rrggbb` colour with an alpha from 0 to 1. */
export function withAlpha(colour: string, alpha: number): string {
  const byte = Math.round(alpha * 255)
    .toString(16)
    .padStart(2, "0");
  return `${colour}${byte}`;
}
