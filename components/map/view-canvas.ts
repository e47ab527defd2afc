import L from "leaflet";

/** What is drawn on: world pixels at `zoom` minus `origin` are CSS pixels on the canvas. */
export type CanvasFrame = {
  readonly context: CanvasRenderingContext2D;
  readonly zoom: number;
  readonly origin: L.Point;
  readonly width: number;
  readonly height: number;
};

export type ViewCanvas = { readonly redraw: () => void; readonly remove: () => void };

// Drawn beyond the view on each side, as a part of its size, so that most drags need no drawing at all.
const MARGIN = 0.35;

/** Keeps a canvas over the map's view: drawn when the map rests or runs off its edge, moved and scaled in between. */
export function addViewCanvas(
  map: L.Map,
  pane: string,
  draw: (frame: CanvasFrame) => void,
  portion = MARGIN,
): ViewCanvas {
  const canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated", map.getPane(pane));
  canvas.setAttribute("aria-hidden", "true");
  const context = canvas.getContext("2d");
  if (!context) throw new Error("Map canvas: this browser gives no 2D context.");

  let drawn = { zoom: map.getZoom(), bounds: L.bounds([0, 0], [0, 0]) };

  function redraw(): void {
    if (!context) return;
    const size = map.getSize();
    const margin = size.multiplyBy(portion).round();
    const topLeft = map.containerPointToLayerPoint(margin.multiplyBy(-1)).round();
    const full = size.add(margin.multiplyBy(2));
    const origin = map.getPixelOrigin().add(topLeft);
    drawn = { zoom: map.getZoom(), bounds: L.bounds(origin, origin.add(full)) };
    L.DomUtil.setTransform(canvas, topLeft, 1);
    fitToPixels(canvas, full);
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, full.x, full.y);
    draw({ context, zoom: drawn.zoom, origin, width: full.x, height: full.y });
  }

  function follow(): void {
    if (map.getZoom() !== drawn.zoom) return;
    const view = map.getPixelBounds();
    if (!drawn.bounds.contains(view)) redraw();
  }

  function scaleTo(center: L.LatLng, zoom: number): void {
    const corner = map.unproject(drawn.bounds.min ?? L.point(0, 0), drawn.zoom);
    const pane = L.DomUtil.getPosition(map.getPane("mapPane") ?? canvas);
    const newOrigin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(pane).round();
    const offset = map.project(corner, zoom).subtract(newOrigin);
    L.DomUtil.setTransform(canvas, offset, map.getZoomScale(zoom, drawn.zoom));
  }

  const handlers: L.LeafletEventHandlerFnMap = {
    moveend: redraw,
    viewreset: redraw,
    // A pane that is being resized is followed like a drag, and drawn anew when it rests.
    resize: follow,
    move: follow,
    zoom: () => scaleTo(map.getCenter(), map.getZoom()),
    zoomanim: ({ center, zoom }) => scaleTo(center, zoom),
  };
  map.on(handlers);
  redraw();
  return {
    redraw,
    remove() {
      map.off(handlers);
      canvas.remove();
    },
  };
}

function fitToPixels(canvas: HTMLCanvasElement, { x, y }: L.Point): void {
  const width = Math.round(x * devicePixelRatio);
  const height = Math.round(y * devicePixelRatio);
  // Setting a size, even the same, clears the canvas and allocates it anew.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.style.width = `${x}px`;
  canvas.style.height = `${y}px`;
}
