import type { Id, MapView } from "../record/record";
import type { Category, Status } from "../record/vocabulary";
import type { Day } from "../time/day";
import type { Instant, Range } from "../time/instant";

/** What the reader asked to see; slugs, as in the address. An empty list lets everything through. */
export type Filters = {
  readonly q: string;
  readonly cat: readonly Category[];
  readonly actor: readonly string[];
  readonly place: readonly string[];
  readonly source: readonly string[];
  readonly status: readonly Status[];
};

export const NO_FILTERS: Filters = { q: "", cat: [], actor: [], place: [], source: [], status: [] };

/** By what the timeline's lanes are told apart. */
export const LANE_KEYS = ["category", "actor", "place"] as const;
export type LaneKey = (typeof LANE_KEYS)[number];

/** Whether times are shown in the dossier's zone or in UTC. */
export type Clock = "local" | "utc";

export type View = {
  readonly window: Range;
  /** Always inside the window. */
  readonly playhead: Instant;
  /** `null` until the map has been moved: it then fits the dossier's opening view or its events. */
  readonly map: MapView | null;
  readonly filters: Filters;
  /** The second clock: only sources published up to this day count; `null` is today. */
  readonly reportedBy: Day | null;
  readonly lanesBy: LaneKey;
  readonly clock: Clock;
};

export type Focus = {
  readonly eventId: Id | null;
  readonly passageId: Id | null;
  readonly hoveredId: Id | null;
};
