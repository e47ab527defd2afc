import { createStore, type StoreApi } from "zustand/vanilla";
import type { DatasetIndex } from "@/core/record/dataset-index";
import type { Id, MapView } from "@/core/record/record";
import type { Day } from "@/core/time/day";
import { type Instant, type Range, toRange } from "@/core/time/instant";
import type { When } from "@/core/time/when";
import { toMoment } from "@/core/timeline/step";
import type { Clock, Filters, Focus, LaneKey, View } from "@/core/timeline/view";
import { clamp, revealInWindow, toExtent } from "@/core/timeline/window";
import type { CrowdState, Listed } from "./crowd-state";
import { selectFiltered, selectMode, selectReadingsById } from "./selectors";

export type DashboardState = {
  readonly index: DatasetIndex;
  /** The whole dossier in time: what the density strip spans. */
  readonly extent: Range;
  readonly view: View;
  readonly focus: Focus;
  /** The events that the full-text search found; `null` when nothing is searched. */
  readonly matches: ReadonlySet<Id> | null;
  readonly player: Player;
  /** `null` where the dossier's events are all held in `index`. */
  readonly crowd: CrowdState | null;
};

export type Player = {
  readonly isPlaying: boolean;
  /** Days of the dossier for each second of the reader. */
  readonly speed: number;
  readonly loops: boolean;
  readonly skipsQuiet: boolean;
};

export const STOPPED: Player = { isPlaying: false, speed: 1, loops: false, skipsQuiet: false };

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

  /** Selects an event: its time comes into the window and under the playhead. */
  selectEvent(store: DashboardStore, eventId: Id, passageId: Id | null = null): void {
    const state = store.getState();
    const when = selectReadingsById(state).get(eventId)?.when ?? null;
    const focus: Focus = { eventId, passageId, hoveredId: null };
    store.setState({ focus, view: when ? revealEvent(state.view, when) : state.view });
  },

  clearSelection(store: DashboardStore): void {
    store.setState(({ focus }) => ({ focus: { ...focus, eventId: null, passageId: null } }));
  },

  hover(store: DashboardStore, hoveredId: Id | null): void {
    if (store.getState().focus.hoveredId === hoveredId) return;
    store.setState(({ focus }) => ({ focus: { ...focus, hoveredId } }));
  },

  /** Selects the event before or after the selected one, or else the playhead, in time order. */
  stepEvent(store: DashboardStore, direction: -1 | 1): void {
    const state = store.getState();
    if (selectMode(state) === "crowd")
      return actions.setCrowd(store, { wanted: { kind: "step", direction } });
    const dated = selectFiltered(state).filter(({ when }) => when !== null);
    const selected = dated.findIndex(({ event }) => event.id === state.focus.eventId);
    const { playhead } = state.view;
    const next =
      selected !== -1
        ? dated[selected + direction]
        : direction === 1
          ? dated.find(({ when }) => when && (toMoment(when) ?? playhead) > playhead)
          : dated.findLast(({ when }) => when && (toMoment(when) ?? playhead) < playhead);
    if (next) actions.selectEvent(store, next.event.id);
    else if (state.crowd) actions.setCrowd(store, { wanted: { kind: "step", direction } });
  },

  setPlayer(store: DashboardStore, change: Partial<Player>): void {
    store.setState(({ player }) => ({ player: { ...player, ...change } }));
  },

  /** Starts to play, from the window's start if the playhead stands at its end, or pauses. */
  togglePlay(store: DashboardStore): void {
    const { player, view } = store.getState();
    if (!player.isPlaying && view.playhead >= view.window.end - 1) {
      actions.setPlayhead(store, view.window.start);
    }
    actions.setPlayer(store, { isPlaying: !player.isPlaying });
  },

  /** Shows what an address says, all at once: the reader went back or forward. */
  showLink(store: DashboardStore, view: View, focus: Focus): void {
    store.setState({ view, focus });
  },

  /** Shows the dossier as it is by now; view and selection stay, unless what was selected is gone. */
  replaceIndex(store: DashboardStore, index: DatasetIndex): void {
    const known = (id: Id | null, records: ReadonlyMap<Id, unknown>) => (id && records.has(id) ? id : null);
    store.setState(({ extent, focus }) => {
      const reach = toExtent(
        index.dataset.events.flatMap(({ when }) => (when ? [when] : [])),
        extent,
      );
      const { eventId, passageId, hoveredId } = focus;
      return {
        index,
        extent: toRange(
          Math.min(extent.start, reach.start) as Instant,
          Math.max(extent.end, reach.end) as Instant,
        ),
        focus: {
          eventId: known(eventId, index.events),
          passageId: known(passageId, index.passages),
          hoveredId: known(hoveredId, index.events),
        },
      };
    });
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

  setCrowd(store: DashboardStore, change: Partial<CrowdState>): void {
    store.setState(({ crowd }) => ({ crowd: crowd && { ...crowd, ...change } }));
  },

  /** Lists a cell of the map, or the undated, instead of the window's events; `null` goes back to them. */
  list(store: DashboardStore, listed: Listed | null): void {
    actions.setCrowd(store, { listed });
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

function revealEvent(view: View, when: When): View {
  const { bounds } = when;
  const window = revealInWindow(view.window, when);
  const first = bounds.beginEarliest ?? bounds.endEarliest ?? view.playhead;
  const last = bounds.endLatest ?? bounds.beginLatest ?? view.playhead;
  const isOver = view.playhead >= first && view.playhead < last;
  return { ...view, window, playhead: keepInside(isOver ? view.playhead : first, window) };
}

// The window is half-open, so its last instant is one millisecond before its end.
function keepInside(playhead: Instant, window: Range): Instant {
  return clamp(playhead, window.start, window.end - 1) as Instant;
}
