import { ALL_CATEGORIES } from "@/core/brush/crowd";
import { countBox, covers, type WorldBox, widenBox } from "@/core/brush/world-box";
import type { Range } from "@/core/time/instant";
import { widenWindow } from "@/core/timeline/window";
import type { CrowdQuery } from "./crowd-feed";
import { includes, isWhole, selectCounted, selectMask, toMinutes } from "./crowd-selectors";
import { toFullKey, toKey, toServerFilters } from "./crowd-state";
import { selectMode } from "./selectors";
import type { DashboardState } from "./store";

/** What is more is only counted: as many marks cannot be told apart on a screen. */
const MOST_HELD = 500;
/** The server sends no more as columns; about 1.7 MB. */
const MOST_IN_PATCH = 200_000;
// Beyond the window on each side, so that a short drag stays in what is there; less where that would be too many.
const MARGINS = [1, 0.5, 0.25, 0] as const;
// What is there is renewed before the window has left it.
const LEAST_MARGIN = 0.1;

export type DetailWish = { readonly key: string; readonly query: CrowdQuery; readonly range: Range };

/** The stretch around the window of which all events are few enough to be held; `null` if none is, or it is there. */
export function toDetailWish(state: DashboardState): DetailWish | null {
  const counted = selectCounted(state);
  const { crowd, view } = state;
  if (!counted || !crowd?.whole) return null;
  const { placed, unplaced } = counted.exact ?? counted.crowd.countWindow(counted.range, selectMask(state));
  if (placed + unplaced > MOST_HELD && selectMode(state) === "crowd") return null;
  const isFresh = crowd.detail?.key === toKey(view) || crowd.detail?.key === toFullKey(view);
  if (isFresh && crowd.detail && includes(crowd.detail.range, widenWindow(view.window, LEAST_MARGIN)))
    return null;

  for (const margin of MARGINS) {
    const range = toMinutes(widenWindow(view.window, margin));
    const source = isWhole(crowd, range) && crowd.patch ? crowd.patch.value : crowd.whole.value;
    const count = (mask: number) => {
      const counts = source.countWindow(source.snap(range), mask);
      return counts.placed + counts.unplaced;
    };
    const { reportedBy } = view;
    // With all categories at hand, choosing others asks nobody.
    if (count(ALL_CATEGORIES) <= MOST_HELD) {
      return { key: toKey(view), query: { filters: toServerFilters(view.filters), reportedBy }, range };
    }
    const isExactlyFew = margin === 0 && counted.exact !== null && placed + unplaced <= MOST_HELD;
    if (isExactlyFew || count(selectMask(state)) <= MOST_HELD) {
      return { key: toFullKey(view), query: { filters: view.filters, reportedBy }, range };
    }
  }
  return null;
}

export type PatchWish = { readonly range: Range; readonly box: WorldBox | null };

/** The stretch of time, or the part of the world, of which finer numbers are wanted and may be had; else `null`. */
export function toPatchWish(state: DashboardState): PatchWish | null {
  const { crowd, view } = state;
  const whole = crowd?.whole?.value;
  if (!crowd || !whole || whole.resolution === 0 || isWhole(crowd, widenWindow(view.window, LEAST_MARGIN)))
    return null;
  const count = (range: Range) => {
    const { placed, unplaced } = whole.countWindow(range, ALL_CATEGORIES);
    return placed + unplaced;
  };
  for (const margin of MARGINS) {
    const range = toMinutes(widenWindow(view.window, margin));
    if (count(whole.snap(range)) <= MOST_IN_PATCH) return { range, box: null };
  }

  const { sight, patch } = crowd;
  const groups = whole.groupCells(Number.POSITIVE_INFINITY);
  if (!sight || sight.level <= groups.level) return null;
  const near = toMinutes(widenWindow(view.window, LEAST_MARGIN));
  if (patch?.box && includes(patch.range, near) && covers(patch.box, sight.box)) return null;
  for (const margin of MARGINS) {
    const range = toMinutes(widenWindow(view.window, margin));
    const box = widenBox(sight.box, margin / 2);
    if (countBox(whole, groups, box, whole.snap(range), ALL_CATEGORIES) <= MOST_IN_PATCH)
      return { range, box };
  }
  return null;
}
