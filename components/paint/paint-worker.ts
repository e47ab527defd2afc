import { addFonts, type FontFile } from "./fonts";
import { type Picture, paintPicture } from "./picture";

export type Order =
  | { readonly kind: "fonts"; readonly files: readonly FontFile[] }
  | { readonly kind: "pictures"; readonly asked: readonly Asked[] };

export type Asked = { readonly id: number; readonly picture: Picture };

/** `null` when the fonts have come: what was painted before may look otherwise now. */
export type Answer = readonly Painted[] | null;

export type Painted = { readonly id: number; readonly bitmap: ImageBitmap };

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if (data.kind === "fonts") {
    void addFonts(data.files).then(() => postMessage(null satisfies Answer));
    return;
  }
  const painted = data.asked.map(({ id, picture }) => ({ id, bitmap: paintPicture(picture) }));
  postMessage(painted satisfies Answer, { transfer: painted.map(({ bitmap }) => bitmap) });
});
