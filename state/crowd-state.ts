import type { Crowd } from "@/core/brush/crowd";
import type { ExactCounts } from "@/core/brush/exact";
import type { WorldBox } from "@/core/brush/world-box";
import type { Range } from "@/core/time/instant";
import type { Filters, View } from "@/core/timeline/view";
import type { Overview } from "@/wire/overview";

/** What a dashboard knows of a dossier that has more events than it holds at once. */
export type CrowdState = {
  readonly overview: Overview;
  /** The numbers of all time; `null` until they have come. */
  readonly whole: Fed<Crowd> | null;
  /** Finer numbers of a stretch of time, all over the world or in a box. */
  readonly patch: (Fed<Crowd> & { readonly range: Range; readonly box: WorldBox | null }) | null;
  /** What the database counted for a window at rest. */
  readonly exact: Fed<ExactCounts> | null;
  /** The stretch of time whose events `index` holds, all of them. */
  readonly detail: { readonly key: string; readonly range: Range } | null;
  /** What the map shows of the world, and the level of cells at which it does. */
  readonly sight: Sight | null;
  /** What the list shows instead of the window's events. */
  readonly listed: Listed | null;
  /** An event that is asked for and that `index` does not hold yet. */
  readonly wanted: Wanted | null;
  readonly progress: Progress;
  /** Grows when the dossier was changed: what came before is to be had anew. */
  readonly edition: number;
};

/** Something that came for one set of filters. */
export type Fed<T> = { readonly key: string; readonly value: T };

export type Sight = { readonly box: WorldBox; readonly level: number };

/** The event of an address, or the one before or after what is read. */
export type Wanted =
  | { readonly kind: "event"; readonly slug: string; readonly passage: string | null }
  | { readonly kind: "step"; readonly direction: -1 | 1 };

/** A cell of the map, or what has no date. */
export type Listed =
  | { readonly kind: "undated" }
  | { readonly kind: "cell"; readonly level: number; readonly cell: number; readonly name: string };

/** Whether new numbers are awaited; a failure can be tried again by `attempt` + 1. */
export type Progress = { readonly kind: "rest" | "waiting" | "failed"; readonly attempt: number };

export function createCrowdState(overview: Overview, wanted: Wanted | null): CrowdState {
  return {
    overview,
    whole: null,
    patch: null,
    exact: null,
    detail: null,
    sight: null,
    listed: null,
    wanted,
    progress: { kind: "waiting", attempt: 0 },
    edition: 0,
  };
}

/** The filters that the server applies; a category is let through or not by the browser. */
export function toKey({ filters, reportedBy }: Pick<View, "filters" | "reportedBy">): string {
  const { q, actor, place, source, status } = filters;
  return JSON.stringify([q.trim(), actor, place, source, status, reportedBy]);
}

/** The same with the categories: what a slice, a page or exact counts are asked for with. */
export function toFullKey(view: Pick<View, "filters" | "reportedBy">): string {
  return JSON.stringify([toKey(view), view.filters.cat]);
}

/** The filters without those that the browser applies. */
export function toServerFilters(filters: Filters): Filters {
  return { ...filters, q: filters.q.trim(), cat: [] };
}
