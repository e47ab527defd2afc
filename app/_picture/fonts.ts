import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CARD_SUBSETS } from "@/components/card/card-fonts";

type Font = { readonly name: string; readonly weight: 400 | 500 | 600; readonly data: Buffer };

const FACES = [
  { family: "sans", prefix: "inter", weights: [500, 600] },
  { family: "serif", prefix: "source-serif-4", weights: [400, 600] },
] as const;

// What these subsets hold of both fonts: a code point beyond them would make the renderer ask the network for a font.
const COVERED: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x17f],
  [0x218, 0x21b],
  [0x384, 0x38a],
  [0x38c, 0x38c],
  [0x38e, 0x3a1],
  [0x3a3, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x1ea0, 0x1ef9],
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2020, 0x2020],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
];

/** Whether both faces of the pictures have this code point. */
export function isCovered(codePoint: number): boolean {
  return COVERED.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** Reads every font that pictures are written in, from the packages that the interface takes its own from. */
export async function loadFonts(): Promise<Font[]> {
  const files = FACES.flatMap(({ family, prefix, weights }) =>
    weights.flatMap((weight) =>
      CARD_SUBSETS.map((subset) => ({ name: `${family}-${subset}`, prefix, weight, subset })),
    ),
  );
  return Promise.all(
    files.map(async ({ name, prefix, weight, subset }) => ({
      name,
      weight,
      data: await readFile(
        join(
          process.cwd(),
          `node_modules/@fontsource/${prefix}/files/${prefix}-${subset}-${weight}-normal.woff`,
        ),
      ),
    })),
  );
}
