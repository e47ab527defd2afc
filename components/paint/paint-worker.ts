import { addFonts, type FontFile } from "./fonts";
import { type Picture, paintPicture } from "./picture";

export type Order =
  | { readonly kind: "fonts"; readonly files: readonly FontFile[] }
  | { readonly kind: "picture"; readonly id: number; readonly picture: Picture };

/** `null` when the fonts have come: what was painted before may look otherwise now. */
export type Painted = { readonly id: number; readonly bitmap: ImageBitmap } | null;

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if (data.kind === "fonts") {
    void addFonts(data.files).then(() => postMessage(null satisfies Painted));
    return;
  }
  const bitmap = paintPicture(data.picture);
  postMessage({ id: data.id, bitmap } satisfies Painted, { transfer: [bitmap] });
});
