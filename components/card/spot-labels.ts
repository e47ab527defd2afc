import { type Box, boxAt, overlaps } from "@/core/geo/box";
import type { WorldPoint } from "@/core/geo/mercator";
import type { Spot } from "./card";

type Placed = { readonly spot: Spot; readonly point: WorldPoint };
export type SpotLabel = { readonly name: string; readonly left: number; readonly top: number };

const LINE = 28;
// The mean advance of Inter's letters at 22 pixels, on the generous side.
const LETTER = 12.6;
const BESIDE_POINT = 22;
const BELOW_POINT = 31;
const POINT = 30;
const LEG_POINT = 8;
const EDGE = 10;

/** Names beside their points, on the side that has room; those that would cover another name or point are left out. */
export function layOutLabels(
  placed: readonly Placed[],
  leg: readonly WorldPoint[],
  { width, height }: { width: number; height: number },
): SpotLabel[] {
  const taken: Box[] = [
    ...placed.map(({ point: [x, y] }) => boxAt(x, y, POINT, POINT)),
    ...leg.map(([x, y]) => boxAt(x, y, LEG_POINT, LEG_POINT)),
  ];
  return placed.flatMap(({ spot: { name }, point: [x, y] }) => {
    if (name === "") return [];
    const breadth = [...name].length * LETTER;
    const candidates: readonly Box[] = [
      boxAt(x + BESIDE_POINT + breadth / 2, y, breadth, LINE),
      boxAt(x - BESIDE_POINT - breadth / 2, y, breadth, LINE),
      boxAt(x, y + BELOW_POINT, breadth, LINE),
      boxAt(x, y - BELOW_POINT, breadth, LINE),
    ];
    const box = candidates.find(
      (one) =>
        one.left >= EDGE &&
        one.right <= width - EDGE &&
        one.top >= EDGE &&
        one.bottom <= height - EDGE &&
        taken.every((other) => !overlaps(one, other, 0)),
    );
    if (!box) return [];
    taken.push(box);
    return [{ name, left: box.left, top: box.top }];
  });
}
