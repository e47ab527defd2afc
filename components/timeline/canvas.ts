import type { CssPixels } from "@/core/timeline/lanes";

/** A 2D context in CSS pixels, cleared; `null` where the browser has none. */
export function openCanvas(
  canvas: HTMLCanvasElement,
  width: CssPixels,
  height: CssPixels,
): CanvasRenderingContext2D | null {
  const context = canvas.getContext("2d");
  if (!context) return null;
  const ratio = window.devicePixelRatio;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  // Setting the size, even to the same, throws the canvas away and makes it anew.
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}
