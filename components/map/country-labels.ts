import type { Country } from "@/core/geo/basemap";
import { type Box, boxAt, overlaps } from "@/core/geo/box";
import { toWorldPoint } from "@/core/geo/mercator";
import type { BasemapColours } from "./basemap-colours";
import type { CanvasFrame } from "./view-canvas";

const SIZE = 10.5;
const SPACING = 1.3;
const ROOM = 8;
// Beyond this, a country no longer fits the screen and its name floats without it.
const LARGEST_ZOOM_PAST_RANK = 4.5;

/** Writes the names of the countries that are large enough at this zoom, in spaced capitals, none over another. */
export function drawCountryLabels(
  frame: CanvasFrame,
  countries: readonly Country[],
  obstacles: readonly Box[],
  colours: BasemapColours,
): void {
  const { context, zoom } = frame;
  context.font = `500 ${SIZE}px ${colours.font}`;
  context.letterSpacing = `${SPACING}px`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = colours.land;
  context.fillStyle = colours.label;

  const { origin } = frame;
  const taken = obstacles.map((box) => ({
    left: box.left - origin.x,
    right: box.right - origin.x,
    top: box.top - origin.y,
    bottom: box.bottom - origin.y,
  }));
  // Small ranks are large countries: they are named first.
  const eligible = countries
    .filter(({ rank }) => rank <= zoom && zoom - rank <= LARGEST_ZOOM_PAST_RANK)
    .toSorted((a, b) => a.rank - b.rank);
  for (const country of eligible) {
    const text = country.name.toUpperCase();
    for (const [x, y] of locateCopies(frame, country)) {
      const box = boxAt(x, y, context.measureText(text).width, SIZE);
      if (taken.some((other) => overlaps(other, box, ROOM))) continue;
      taken.push(box);
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
  }
}

function locateCopies({ zoom, origin, width, height }: CanvasFrame, { label }: Country): [number, number][] {
  const scale = 256 * 2 ** zoom;
  const [worldX, worldY] = toWorldPoint(label.lon, label.lat);
  const y = worldY * scale - origin.y;
  if (y < 0 || y > height) return [];
  const copies: [number, number][] = [];
  const first = worldX * scale - origin.x;
  for (let x = first - Math.floor(first / scale) * scale; x <= width; x += scale) copies.push([x, y]);
  return copies;
}
