/** What pictures are drawn on, on the page's thread or another. */
export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
