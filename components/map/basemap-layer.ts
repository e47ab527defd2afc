import type L from "leaflet";
import { observeTheme } from "@/components/ui/theme";
import type { Basemap } from "@/core/geo/basemap";
import type { Box } from "@/core/geo/box";
import { type BasemapColours, readColours } from "./basemap-colours";
import { drawCountryLabels } from "./country-labels";
import { addViewCanvas, type CanvasFrame } from "./view-canvas";
import { toWorldLines, traceLines, type WorldLines } from "./world-lines";

export type BasemapLayer = { readonly redraw: () => void; readonly remove: () => void };

export const BASEMAP_PANE = "basemap";

/**
 * Paints land, borders and country names below everything else, in the theme's colours.
 * `toObstacles` gives the boxes, in world pixels of the current zoom, that names keep clear of.
 */
export function addBasemapLayer(
  map: L.Map,
  basemap: Basemap,
  toObstacles: () => readonly Box[],
): BasemapLayer {
  const lines = toWorldLines(basemap);
  let colours = readColours(map.getContainer());

  const canvas = addViewCanvas(map, BASEMAP_PANE, (frame) => {
    drawLand(frame, lines, colours);
    drawCountryLabels(frame, basemap.countries, toObstacles(), colours);
  });
  const endTheme = observeTheme(() => {
    colours = readColours(map.getContainer());
    canvas.redraw();
  });

  return {
    redraw: canvas.redraw,
    remove() {
      endTheme();
      canvas.remove();
    },
  };
}

function drawLand(frame: CanvasFrame, lines: WorldLines, colours: BasemapColours): void {
  const { context } = frame;
  // One path for all countries: filled apart, each would leave a hairline of water along its borders.
  context.beginPath();
  traceLines(frame, lines.land);
  context.fillStyle = colours.land;
  context.fill();

  context.lineJoin = "round";
  context.beginPath();
  traceLines(frame, lines.coast);
  context.strokeStyle = colours.border;
  context.lineWidth = 0.8;
  context.stroke();

  context.beginPath();
  traceLines(frame, lines.borders);
  context.strokeStyle = colours.border;
  context.lineWidth = 1;
  context.stroke();
}
