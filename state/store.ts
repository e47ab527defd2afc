import { createStore, type StoreApi } from "zustand/vanilla";
import type { DatasetIndex } from "@/core/record/dataset-index";
import type { Id, MapView } from "@/core/record/record";
import type { Day } from "@/core/time/day";
import type { Instant, Range } from "@/core/time/instant";
import { clamp, revealInWindow } from "@/core/timeline/window";
import { selectReadingsById } from "./selectors";
import type { Clock, Filters, Focus, LaneKey, View } from "./view";

export type DashboardState = {
  readonly index: DatasetIndex;
  /** The whole dossier in time: what the density strip spans. */
  readonly extent: Range;
  readonly view: View;
  readonly focus: Focus;
  /** The events that the full-text search found; `null` when nothing is searched. */
  readonly matches: ReadonlySet<Id> | null;
};

export type DashboardStore = StoreApi<DashboardState>;

export function createDashboardStore(initial: DashboardState): DashboardStore {
  return createStore<DashboardState>()(() => initial);
}

/** Everything that a hand can do to the dashboard. */
export const actions = {
  /** Moves the window and takes the playhead along at its edge. */
  setWindow(store: DashboardStore, window: Range): void {
    changeView(store, ({ playhead }) => ({ window, playhead: keepInside(playhead, window) }));
  },

  /** Moves the playhead; beyond an edge the window follows by what is missing. */
  setPlayhead(store: DashboardStore, playhead: Instant, window?: Range): void {
    changeView(store, (view) => {
      const shown = window ?? view.window;
      return { window: shown, playhead: keepInside(playhead, shown) };
    });
  },

  /** Selects an event: its time comes into the window and under the playhead, its first passage is opened. */
  selectEvent(store: DashboardStore, eventId: Id, passageId: Id | null = null): void {
    const state = store.getState();
    const reading = selectReadingsById(state).get(eventId);
    store.setState({ focus: { eventId, passageId, hoveredId: null } });
    if (!reading?.when) return;
    const { bounds } = reading.when;
    const window = revealInWindow(state.view.window, reading.when);
    const first = bounds.beginEarliest ?? bounds.endEarliest;
    const last = bounds.endLatest ?? bounds.beginLatest;
    if (first === null || last === null) return;
    const { playhead } = state.view;
    const isOver = playhead >= first && playhead < last;
    actions.setPlayhead(store, isOver ? playhead : first, window);
  },

  clearSelection(store: DashboardStore): void {
    store.setState(({ focus }) => ({ focus: { ...focus, eventId: null, passageId: null } }));
  },

  hover(store: DashboardStore, hoveredId: Id | null): void {
    if (store.getState().focus.hoveredId === hoveredId) return;
    store.setState(({ focus }) => ({ focus: { ...focus, hoveredId } }));
  },

  setFilters(store: DashboardStore, change: Partial<Filters>): void {
    changeView(store, ({ filters }) => ({ filters: { ...filters, ...change } }));
  },

  /** Adds the value to a facet's list, or takes it out. */
  toggleFilter<F extends Exclude<keyof Filters, "q">>(
    store: DashboardStore,
    facet: F,
    value: Filters[F][number],
  ): void {
    const chosen: readonly string[] = store.getState().view.filters[facet];
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    actions.setFilters(store, { [facet]: next });
  },

  setMatches(store: DashboardStore, matches: ReadonlySet<Id> | null): void {
    store.setState({ matches });
  },

  setReportedBy(store: DashboardStore, reportedBy: Day | null): void {
    changeView(store, () => ({ reportedBy }));
  },

  setMap(store: DashboardStore, map: MapView): void {
    changeView(store, () => ({ map }));
  },

  setLanesBy(store: DashboardStore, lanesBy: LaneKey): void {
    changeView(store, () => ({ lanesBy }));
  },

  setClock(store: DashboardStore, clock: Clock): void {
    changeView(store, () => ({ clock }));
  },
};

function changeView(store: DashboardStore, change: (view: View) => Partial<View>): void {
  store.setState(({ view }) => ({ view: { ...view, ...change(view) } }));
}

// The window is half-open, so its last instant is one millisecond before its end.
function keepInside(playhead: Instant, window: Range): Instant {
  return clamp(playhead, window.start, window.end - 1) as Instant;
}
