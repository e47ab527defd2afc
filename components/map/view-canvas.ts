import L from "leaflet";
import { createBitmapView } from "@/components/paint/bitmap-view";

/** What is drawn: world pixels at `zoom` minus `origin` are CSS pixels on the canvas. */
export type View = {
  readonly zoom: number;
  readonly origin: L.Point;
  readonly width: number;
  readonly height: number;
};

export type CanvasFrame = View & { readonly context: CanvasRenderingContext2D };

export type ViewCanvas = { readonly redraw: () => void; readonly remove: () => void };

// Drawn beyond the view on each side, as a part of its size, so that most drags need no drawing at all.
const MARGIN = 0.35;
const SMALL_MARGIN = 0.05;

/** Keeps a canvas over the map's view: drawn when the map rests or runs off its edge, moved and scaled in between. */
export function addViewCanvas(map: L.Map, pane: string, draw: (frame: CanvasFrame) => void): ViewCanvas {
  const canvas = createCanvas(map, pane);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("Map canvas: this browser gives no 2D context.");
  return followView(map, canvas, MARGIN, (view, place) => {
    place();
    fitToPixels(canvas, view);
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    draw({ context, ...view });
  });
}

/**
 * Like `addViewCanvas`, for bitmaps that come a while after they were asked for: until then the canvas stays where it is,
 * with the last. One that comes when the map has gone to another zoom is not shown. `redraw` draws little beyond the
 * view: what is drawn in every frame must be small, and a drag that runs off its edge has it drawn with more.
 */
export function addViewBitmap(
  map: L.Map,
  pane: string,
  paint: (view: View, show: (bitmap: ImageBitmap) => void) => void,
): ViewCanvas {
  const canvas = createCanvas(map, pane);
  const show = createBitmapView(canvas);
  return followView(map, canvas, SMALL_MARGIN, (view, place) =>
    paint(view, (bitmap) => {
      if (place()) show(bitmap);
      else bitmap.close();
    }),
  );
}

function createCanvas(map: L.Map, pane: string): HTMLCanvasElement {
  const canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated", map.getPane(pane));
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}

/**
 * Draws `portion` beyond the view when it is asked to, and more when the map moves. `render` is given a view, and what
 * moves the canvas there: not, and `false`, where the map has been scaled since.
 */
function followView(
  map: L.Map,
  canvas: HTMLCanvasElement,
  portion: number,
  render: (view: View, place: () => boolean) => void,
): ViewCanvas {
  let asked = { zoom: map.getZoom(), bounds: L.bounds([0, 0], [0, 0]) };
  let placed = asked;
  // Layer points count from another origin after each change of scale.
  let scales = 0;

  function draw(around: number): void {
    const size = map.getSize();
    const margin = size.multiplyBy(around).round();
    const topLeft = map.containerPointToLayerPoint(margin.multiplyBy(-1)).round();
    const full = size.add(margin.multiplyBy(2));
    const origin = map.getPixelOrigin().add(topLeft);
    const next = { zoom: map.getZoom(), bounds: L.bounds(origin, origin.add(full)) };
    const scale = scales;
    asked = next;
    render({ zoom: next.zoom, origin, width: full.x, height: full.y }, () => {
      if (scale !== scales) return false;
      placed = next;
      L.DomUtil.setTransform(canvas, topLeft, 1);
      return true;
    });
  }

  function follow(): void {
    if (map.getZoom() !== asked.zoom) return;
    if (!asked.bounds.contains(map.getPixelBounds())) draw(MARGIN);
  }

  function scaleTo(center: L.LatLng, zoom: number): void {
    scales++;
    const corner = map.unproject(placed.bounds.min ?? L.point(0, 0), placed.zoom);
    const pane = L.DomUtil.getPosition(map.getPane("mapPane") ?? canvas);
    const newOrigin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(pane).round();
    const offset = map.project(corner, zoom).subtract(newOrigin);
    L.DomUtil.setTransform(canvas, offset, map.getZoomScale(zoom, placed.zoom));
  }

  const handlers: L.LeafletEventHandlerFnMap = {
    moveend: () => draw(MARGIN),
    viewreset() {
      scaleTo(map.getCenter(), map.getZoom());
      draw(MARGIN);
    },
    // A pane that is being resized is followed like a drag, and drawn anew when it rests.
    resize: follow,
    move: follow,
    zoom: () => scaleTo(map.getCenter(), map.getZoom()),
    zoomanim: ({ center, zoom }) => scaleTo(center, zoom),
  };
  map.on(handlers);
  draw(MARGIN);
  return {
    redraw: () => draw(portion),
    remove() {
      map.off(handlers);
      canvas.remove();
    },
  };
}

function fitToPixels(canvas: HTMLCanvasElement, { width, height }: View): void {
  const wide = Math.round(width * devicePixelRatio);
  const high = Math.round(height * devicePixelRatio);
  // Setting a size, even the same, clears the canvas and allocates it anew.
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
