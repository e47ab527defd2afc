/**
 * Makes a canvas show bitmaps, in pixels of the screen: one of another size stays as large as it is until the next comes.
 * Throws where the browser cannot.
 */
export function createBitmapView(canvas: HTMLCanvasElement): (bitmap: ImageBitmap) => void {
  const context = canvas.getContext("bitmaprenderer");
  if (!context) throw new Error("Canvas: this browser shows no bitmaps.");
  return (bitmap) => {
    const { width, height } = bitmap;
    if (canvas.width !== width || canvas.height !== height) {
      [canvas.width, canvas.height] = [width, height];
      canvas.style.width = `${width / devicePixelRatio}px`;
      canvas.style.height = `${height / devicePixelRatio}px`;
    }
    context.transferFromImageBitmap(bitmap);
  };
}
