import type { CategoryMask, Crowd } from "@/core/brush/crowd";
import type { ExactCounts } from "@/core/brush/exact";
import { toMask } from "@/core/brush/mask";
import { DAY, type Instant, MINUTE, type Range } from "@/core/time/instant";
import { type CrowdState, toFullKey, toKey } from "./crowd-state";
import { memoise } from "./memoise";
import { selectMode, selectVisible } from "./selectors";
import type { DashboardState } from "./store";

/** How many events the window holds: the one source of every number that is shown of it. */
export type Totals = { readonly placed: number; readonly unplaced: number; readonly undated: number };

/** Who counts, over which stretch of time: every pane at rest counts the same. */
export type Counted = {
  readonly crowd: Crowd;
  readonly range: Range;
  /** To the event, where the crowd knows its bins only. */
  readonly exact: ExactCounts | null;
};

export const selectMask = memoise(
  ({ view }) => [view.filters.cat] as const,
  (categories): CategoryMask => toMask(categories),
);

export const selectKey = memoise(
  ({ view }) => [view.filters, view.reportedBy] as const,
  (filters, reportedBy) => toKey({ filters, reportedBy }),
);

export const selectFullKey = memoise(
  ({ view }) => [view.filters, view.reportedBy] as const,
  (filters, reportedBy) => toFullKey({ filters, reportedBy }),
);

/**
 * The crowd that counts the window, and the stretch that it counts; `null` until the first numbers have come. Numbers
 * for other filters are still shown while the new ones are awaited.
 */
export const selectCounted = memoise(
  (state) => [state.crowd, state.view.window, selectFullKey(state)] as const,
  (crowd, window, fullKey): Counted | null => {
    if (!crowd?.whole) return null;
    const finest = isWhole(crowd, window) ? crowd.patch : null;
    const source = finest?.value ?? crowd.whole.value;
    const range = source.snap(toMinutes(window));
    const exact = crowd.exact;
    const isExact = source.resolution > 0 && exact?.key === fullKey && isSnapped(exact.value.range, window);
    return isExact
      ? { crowd: source, range: exact.value.range, exact: exact.value }
      : { crowd: source, range, exact: null };
  },
);

/** Events of the window with and without a place, and those without a date that are listed after them. */
export const selectTotals = memoise(
  (state) =>
    [
      selectMode(state) === "events" ? selectVisible(state) : null,
      selectCounted(state),
      selectMask(state),
      selectUndated(state),
    ] as const,
  (visible, counted, mask, undated): Totals => {
    if (visible) {
      const dated = visible.filter(({ when }) => when !== null);
      const placed = dated.filter(({ event }) => event.placeId !== null).length;
      return { placed, unplaced: dated.length - placed, undated: visible.length - dated.length + undated };
    }
    if (!counted) return { placed: 0, unplaced: 0, undated };
    const { crowd, range, exact } = counted;
    const { placed, unplaced } = exact ?? crowd.countWindow(range, mask);
    return { placed, unplaced, undated };
  },
);

/** Undated events; with filters nobody counts them, and the list says how many there are when it comes to them. */
export function selectUndated({ crowd, view }: DashboardState): number {
  if (!crowd) return 0;
  const isFiltered =
    Object.values(view.filters).some((values) => values.length > 0) || view.reportedBy !== null;
  return isFiltered ? 0 : crowd.overview.undated;
}

/** Whether the patch holds all that happened in the window, anywhere. */
export function isWhole({ patch, whole }: CrowdState, window: Range): boolean {
  return patch !== null && patch.box === null && patch.key === whole?.key && includes(patch.range, window);
}

export function includes(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

// Addresses name minutes: what is counted must be what the server is asked for.
export function toMinutes({ start, end }: Range): Range {
  return {
    start: (Math.floor(start / MINUTE) * MINUTE) as Instant,
    end: (Math.ceil(end / MINUTE) * MINUTE) as Instant,
  };
}

// Exact counts are for the whole days around a window, and for no window that has moved on since.
function isSnapped(days: Range, window: Range): boolean {
  return includes(days, window) && window.start - days.start < DAY && days.end - window.end < DAY;
}

/** Dated events of all time that the search finds under all filters; `null` while nothing is searched or counted. */
export const selectFound = memoise(
  (state) =>
    [state.crowd?.whole ?? null, selectMask(state), state.extent, selectKey(state), state.view] as const,
  (whole, mask, extent, key, { filters }): number | null => {
    if (filters.q.trim() === "" || whole?.key !== key) return null;
    const { placed, unplaced } = whole.value.countWindow(whole.value.snap(extent), mask);
    return placed + unplaced;
  },
);
