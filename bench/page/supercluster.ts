import Supercluster, { type PointFeature } from "supercluster";
import { createCanvas } from "./canvas";
import { type Columns, countBelow, HEIGHT, WIDTH, ZOOM } from "./columns";
import type { Contest, Stretch } from "./contest";

const LONGEST = 361 * 1440;

/**
 * Clusters what is in the window with supercluster. It clusters points, not stretches of time: the index is made anew
 * for each window, from points that are kept. `zooms` are those that it is made for.
 */
export function createSuperclusterContest(zooms: {
  readonly minZoom: number;
  readonly maxZoom: number;
}): Contest {
  const context = createCanvas();
  const points: PointFeature<object>[] = [];
  let events: Columns;

  function draw({ start, end }: Stretch): void {
    const shown: PointFeature<object>[] = [];
    const to = countBelow(events.start, end);
    for (let row = countBelow(events.start, start - LONGEST); row < to; row += 1) {
      const point = points[row];
      if (point && (events.end[row] as number) > start) shown.push(point);
    }
    const index = new Supercluster({ ...zooms, radius: 40, extent: 256 });
    index.load(shown);
    context.clearRect(0, 0, WIDTH, HEIGHT);
    for (const { geometry, properties } of index.getClusters([-180, -85, 180, 85], ZOOM)) {
      drawCluster(context, geometry.coordinates, "point_count" in properties ? properties.point_count : 1);
    }
  }

  return {
    load(columns, window) {
      events = columns;
      for (let row = 0; row < events.length; row += 1) {
        const coordinates = [events.lon[row] as number, events.lat[row] as number];
        points.push({ type: "Feature", geometry: { type: "Point", coordinates }, properties: {} });
      }
      draw(window);
    },
    frame: draw,
  };
}

function drawCluster(
  context: CanvasRenderingContext2D,
  [lon = 0, lat = 0]: GeoJSON.Position,
  count: number,
): void {
  const world = 256 * 2 ** ZOOM;
  const sine = Math.sin((lat * Math.PI) / 180);
  const x = (lon / 360) * world + WIDTH / 2;
  const y = HEIGHT / 2 - (Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world;
  context.fillStyle = "#b5443a99";
  context.beginPath();
  context.arc(x, y, count === 1 ? 3 : 8 + Math.log2(count), 0, 2 * Math.PI);
  context.fill();
  if (count === 1) return;
  context.fillStyle = "white";
  context.fillText(String(count), x - 8, y + 3);
}
