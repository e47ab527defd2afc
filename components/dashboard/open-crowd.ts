import { toPartialIndex } from "@/core/record/dataset-index";
import type { Instant } from "@/core/time/instant";
import { NO_FILTERS, type View } from "@/core/timeline/view";
import { toRoomyRange } from "@/core/timeline/window";
import { createCrowdState } from "@/state/crowd-state";
import { STOPPED } from "@/state/store";
import type { Overview } from "@/wire/overview";
import { NO_RECORDS } from "@/wire/records";
import { decodeViewLink } from "@/wire/view-url";
import { type Opened, UNDATED, widenExtent } from "./open-dashboard";

/** The state with which a dossier of many events opens: numbers to come, and no event yet. */
export function openCrowd(overview: Overview, query: string): Opened {
  const { dossier } = overview;
  const index = toPartialIndex({ dossier, changeId: null, ...NO_RECORDS });
  const extent = overview.extent ? toRoomyRange(overview.extent.start, overview.extent.end) : UNDATED;
  const window = dossier.opening ?? extent;
  const opening: View = {
    window: { start: window.start, end: window.end },
    // In the middle of its time, where coming nearer finds something; at its ends there is seldom much.
    playhead: dossier.opening?.playhead ?? (Math.floor((extent.start + extent.end) / 2) as Instant),
    map: dossier.opening?.map ?? null,
    filters: NO_FILTERS,
    reportedBy: null,
    lanesBy: "category",
    clock: "local",
  };
  const link = decodeViewLink(new URLSearchParams(query), index, opening);
  const state = {
    index,
    extent: widenExtent(extent, opening.window),
    view: link.view,
    focus: link.focus,
    matches: null,
    player: STOPPED,
    crowd: createCrowdState(overview, link.awaited && { kind: "event", ...link.awaited }),
  };
  return { state, opening, faults: link.faults };
}
