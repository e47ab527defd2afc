import { HEIGHT, WIDTH } from "./columns";

/** One canvas over the whole page, with pixels of so many CSS pixels. */
export function createCanvas(pixel = 1): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH / pixel;
  canvas.height = HEIGHT / pixel;
  canvas.style.cssText = `width: ${WIDTH}px; height: ${HEIGHT}px; image-rendering: pixelated`;
  document.body.append(canvas);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("There is no canvas to draw on.");
  return context;
}
