import { HOUR, type Instant, type Milliseconds } from "@/core/time/instant";
import { toMoment } from "@/core/timeline/step";
import type { Told } from "@/wire/records";
import type { CrowdFeed, PagePosition } from "./crowd-feed";
import { selectSelected } from "./selectors";
import type { DashboardState } from "./store";

const LIMIT = 100;
// Pages that are read to come from where the search began to the event; a day with more of them is passed by.
const MOST_PAGES = 20;
const LONGEST_LEAP: Milliseconds = 4000 * 365 * 24 * HOUR;

/** The event before or after the selected one, or else the playhead, in time order; `null` at the ends. */
export async function locateStep(
  state: DashboardState,
  direction: -1 | 1,
  feed: CrowdFeed,
  signal: AbortSignal,
): Promise<Told | null> {
  const { filters, reportedBy } = state.view;
  const selected = selectSelected(state);
  const at = (selected?.when && toMoment(selected.when)) ?? state.view.playhead;
  const loadPage = (from: PagePosition) =>
    feed.loadPage({ filters, reportedBy, range: null, box: null, from, limit: LIMIT }, signal);

  // Reads on from a position until the event at which to stop has been met.
  async function readTo(from: PagePosition): Promise<{ before: Told | null; after: Told | null }> {
    let before: Told | null = null;
    let hasMet = false;
    let next: PagePosition = from;
    for (let page = 0; page < MOST_PAGES; page++) {
      const { items, next: cursor } = await loadPage(next);
      for (const item of items) {
        const { id, when } = item.event;
        if (when === null) return { before, after: null };
        if (id === selected?.event.id) hasMet = true;
        else if (hasMet || (toMoment(when) ?? at) > at) return { before, after: item };
        else before = item;
      }
      if (cursor === null) break;
      next = { kind: "cursor", cursor };
    }
    return { before, after: null };
  }

  if (direction === 1) return (await readTo({ kind: "instant", at })).after;
  for (let leap = HOUR; leap < LONGEST_LEAP; leap *= 6) {
    const { before } = await readTo({ kind: "instant", at: (at - leap) as Instant });
    if (before) return before;
    if (at - leap < state.extent.start) break;
  }
  return (await readTo({ kind: "start" })).before;
}
