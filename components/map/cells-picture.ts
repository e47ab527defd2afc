import {
  type CategoryMask,
  type CellCounts,
  type CellGroups,
  type Crowd,
  clearCounts,
  createCounts,
} from "@/core/brush/crowd";
import {
  createDiscs,
  type Discs,
  type DiscView,
  layOutDiscs,
  locateLargest,
  orderGroups,
  toCellLevel,
} from "@/core/brush/discs";
import { type ExactCounts, settleCounts, toSettling } from "@/core/brush/exact";
import { CATEGORIES } from "@/core/record/vocabulary";
import { type Counted, selectMask } from "@/state/crowd-selectors";
import { selectMapCrowd } from "@/state/map-crowd";
import type { DashboardState } from "@/state/store";

/** The cells as they are counted and laid out at the moment. */
export type CellsPicture = {
  readonly crowd: Crowd;
  readonly groups: CellGroups;
  readonly counts: CellCounts;
  readonly discs: Discs;
  /** Whether what is past and to come is known to the event, or only to the bins of the crowd. */
  readonly isExact: boolean;
};

// Three copies of the world fill the widest screen at the smallest zoom.
const COPIES = 4;

type Plan = {
  readonly crowd: Crowd;
  readonly level: number;
  readonly groups: CellGroups;
  readonly order: Int32Array;
  readonly counts: CellCounts;
  readonly discs: Discs;
};

type Scale = { readonly plan: Plan; readonly length: number; readonly mask: CategoryMask; largest: number };

/**
 * Makes a function that counts and lays out the cells for a state and a view of the map; the arrays are made once for
 * each level, so that a frame of scrubbing allocates nothing.
 */
export function createCellsPicture(): (
  state: DashboardState,
  zoom: number,
  view: DiscView,
) => CellsPicture | null {
  let plan: Plan | null = null;
  let scale: Scale | null = null;
  let settling: { plan: Plan; exact: ExactCounts; groups: Int32Array | null } | null = null;
  let counted: { by: Counted; playhead: number; mask: CategoryMask; plan: Plan } | null = null;

  function toPlan(crowd: Crowd, level: number): Plan {
    if (plan?.crowd === crowd && plan.level === level) return plan;
    const groups = crowd.groupCells(level);
    plan = {
      crowd,
      level,
      groups,
      order: orderGroups(crowd, groups),
      counts: createCounts(groups, CATEGORIES.length),
      discs: createDiscs(groups, COPIES),
    };
    return plan;
  }

  function count(by: Counted, playhead: number, mask: CategoryMask, now: Plan): void {
    const isSame =
      counted?.by === by && counted.playhead === playhead && counted.mask === mask && counted.plan === now;
    if (isSame) return;
    counted = { by, playhead, mask, plan: now };
    clearCounts(now.counts);
    by.crowd.countCells(now.groups, by.range, playhead, mask, now.counts);
    if (!by.exact) return;
    if (settling?.plan !== now || settling.exact !== by.exact) {
      settling = { plan: now, exact: by.exact, groups: toSettling(now.groups, by.exact) };
    }
    if (settling.groups) settleCounts(settling.groups, by.exact, now.counts);
  }

  // Discs keep their scale while the window only moves, and grow no larger than their cells when more comes into it.
  function toLargest(now: Plan, { start, end }: Counted["range"], mask: CategoryMask): number {
    const largest = locateLargest(now.groups, now.counts);
    const length = end - start;
    const isSame =
      scale?.plan === now && scale.mask === mask && Math.abs(scale.length / length - 1) < SAME_LENGTH;
    if (scale && isSame) scale.largest = Math.max(scale.largest, largest);
    else scale = { plan: now, length, mask, largest };
    return scale.largest;
  }

  return (state, zoom, view) => {
    const by = selectMapCrowd(state);
    if (!by) return null;
    const mask = selectMask(state);
    const now = toPlan(by.crowd, toCellLevel(zoom));
    count(by, state.view.playhead, mask, now);
    layOutDiscs(now.groups, now.order, now.counts, toLargest(now, by.range, mask), view, now.discs);
    const { crowd, groups, counts, discs } = now;
    return { crowd, groups, counts, discs, isExact: crowd.resolution === 0 };
  };
}

// Whole bins around a window that moves are now one more and now one less.
const SAME_LENGTH = 0.25;
