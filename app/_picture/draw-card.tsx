import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import type { Card } from "@/components/card/card";
import { CARD_SIZE, CardView, toMapSize } from "@/components/card/card-view";
import { parseBasemap } from "@/core/geo/basemap";
import { layOutLocator } from "@/core/geo/locator";
import { isCovered, loadFonts } from "./fonts";
import { toDrawableCard } from "./to-drawable-card";

/** Draws a card as a PNG of 1200 by 630 pixels, with nothing but what lies on this machine. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const { fonts, basemap } = await loadMaterial();
  const drawable = toDrawableCard(card, isCovered);
  const size = toMapSize(drawable);
  const locator =
    size &&
    layOutLocator(basemap, {
      ...size,
      points: [...drawable.spots, ...drawable.leg],
      countries: drawable.spots.flatMap(({ shape }) => (shape.kind === "country" ? [shape.code] : [])),
    });
  const response = new ImageResponse(<CardView card={drawable} locator={locator} />, { ...CARD_SIZE, fonts });
  return new Uint8Array(await response.arrayBuffer());
}

let material: ReturnType<typeof readMaterial> | undefined;

function loadMaterial(): ReturnType<typeof readMaterial> {
  material ??= readMaterial();
  return material;
}

async function readMaterial() {
  const [fonts, file] = await Promise.all([
    loadFonts(),
    readFile(join(process.cwd(), "public/basemap/countries.json"), "utf8"),
  ]);
  return { fonts, basemap: parseBasemap(JSON.parse(file)) };
}
