import { type DatasetIndex, toDatasetIndex } from "@/core/record/dataset-index";
import type { Dataset } from "@/core/record/record";
import { type Instant, type Range, toInstant, toRange } from "@/core/time/instant";
import { toMoment } from "@/core/timeline/step";
import { NO_FILTERS, type View } from "@/core/timeline/view";
import { toExtent } from "@/core/timeline/window";
import { actions, createDashboardStore, type DashboardState, STOPPED } from "@/state/store";
import { decodeViewLink } from "@/wire/view-url";

// Where a dossier without any date has its timeline: the year in which the epoch of instants begins says nothing
// false, but a reader expects the present; no clock is read here, so that server and browser agree.
export const UNDATED: Range = toRange(toInstant(Date.UTC(2000, 0, 1)), toInstant(Date.UTC(2030, 0, 1)));

/** What a dashboard begins with; `faults` says in words what of its address could not be followed. */
export type Opened = {
  readonly state: DashboardState;
  readonly opening: View;
  readonly faults: readonly string[];
};

/** The state with which a dossier's dashboard opens for the query of an address, and the view that no query means. */
export function openDashboard(dataset: Dataset, query: string): Opened {
  const index = toDatasetIndex(dataset);
  const whens = dataset.events.flatMap(({ when }) => (when ? [when] : []));
  const extent = toExtent(whens, UNDATED);
  const opening = toOpening(index, extent);
  const link = decodeViewLink(new URLSearchParams(query), index, opening);
  const state: DashboardState = {
    index,
    extent: widenExtent(extent, opening.window),
    view: link.view,
    focus: link.focus,
    matches: null,
    player: STOPPED,
    crowd: null,
  };
  const { eventId, passageId } = link.focus;
  if (eventId === null || link.isTimed) return { state, opening, faults: link.faults };
  // A link to an event that says nothing of time shows the event in its own time.
  const store = createDashboardStore(state);
  actions.selectEvent(store, eventId, passageId);
  return { state: store.getState(), opening, faults: link.faults };
}

function toOpening({ dataset }: DatasetIndex, extent: Range): View {
  const { opening } = dataset.dossier;
  const first = dataset.events.find(({ when }) => when !== null)?.when;
  const window = opening ? toRange(opening.start, opening.end) : extent;
  return {
    window,
    playhead: opening?.playhead ?? (first ? toMoment(first) : null) ?? window.start,
    map: opening?.map ?? null,
    filters: NO_FILTERS,
    reportedBy: null,
    lanesBy: "category",
    clock: "local",
  };
}

/** The extent, with a window that reaches beyond it. */
export function widenExtent(extent: Range, window: Range): Range {
  return toRange(
    Math.min(extent.start, window.start) as Instant,
    Math.max(extent.end, window.end) as Instant,
  );
}
