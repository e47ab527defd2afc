import type { CssPixels } from "@/core/timeline/lanes";

export type CanvasSize = { readonly width: CssPixels; readonly height: CssPixels };

/**
 * Keeps the size of an element at hand: asked of the element itself while others change styles, it would have the page
 * laid out once more in every frame. `onResize` is called with the first size, and at once with each that follows: until
 * it has painted, the browser stretches what was painted for another size.
 */
export function observeSize(element: Element, onResize: () => void): { size: CanvasSize; end: () => void } {
  const observed = { size: { width: 0, height: 0 }, end: () => observer.disconnect() };
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return;
    const { width, height } = entry.contentRect;
    observed.size = { width: Math.round(width), height: Math.round(height) };
    onResize();
  });
  observer.observe(element);
  return observed;
}
