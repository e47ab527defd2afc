import type { CellGroups, Crowd } from "@/core/brush/crowd";
import { toCellLevel } from "@/core/brush/discs";
import { DEEPEST_LEVEL, toParentCell } from "@/core/brush/world";
import { toLonLat } from "@/core/geo/mercator";
import type { LonLat } from "@/core/record/record";

/**
 * The middles of what a cell parts into when the map comes nearer: more than one place, or one beside itself where the
 * crowd knows no finer cells but others may. Empty where nothing more would be told apart: it is time for a list.
 */
export function toCellPoints(
  crowd: Crowd,
  groups: CellGroups,
  group: number,
  zoom: number,
  largestZoom: number,
): readonly LonLat[] {
  if (zoom >= largestZoom) return [];
  const finest = crowd.groupCells(DEEPEST_LEVEL);
  const steps = finest.level - groups.level;
  const own = groups.cells[group] ?? 0;
  const points: LonLat[] = [];
  finest.cells.forEach((cell, i) => {
    if (toParentCell(cell, finest.level, steps) === own) {
      points.push(toLonLat([finest.x[i] ?? 0, finest.y[i] ?? 0]));
    }
  });
  if (points.length > 1) return points;
  const mayPart = crowd.resolution > 0 && toCellLevel(zoom) <= finest.level + 2;
  return mayPart ? points : [];
}
