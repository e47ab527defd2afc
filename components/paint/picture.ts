import { type CellsDrawing, drawCells } from "@/components/map/draw-cells";
import { type DensityDrawing, drawDensityLanes } from "@/components/timeline/draw-density-lanes";
import type { CssPixels } from "@/core/timeline/lanes";

/** What is to be painted, in plain values that can be sent to a worker. */
export type Picture = {
  readonly width: CssPixels;
  readonly height: CssPixels;
  /** Pixels of the screen to a CSS pixel. */
  readonly ratio: number;
} & (
  | { readonly kind: "cells"; readonly drawing: CellsDrawing }
  | { readonly kind: "lanes"; readonly drawing: DensityDrawing }
);

const canvases = new Map<Picture["kind"], OffscreenCanvas>();

/** Paints a picture on a canvas that is kept for the next of its kind. Throws where the browser gives no 2D context. */
export function paintPicture(picture: Picture): ImageBitmap {
  const { kind, width, height, ratio } = picture;
  const [wide, high] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
  const canvas = canvases.get(kind) ?? new OffscreenCanvas(wide, high);
  canvases.set(kind, canvas);
  // A size that is set anew, even the same, throws the canvas away.
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("Picture: this browser gives no 2D context.");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  if (picture.kind === "cells") drawCells(context, picture.drawing);
  else drawDensityLanes(context, picture.drawing, width, height);
  return canvas.transferToImageBitmap();
}
