import type { Crowd } from "@/core/brush/crowd";
import type { ExactCounts } from "@/core/brush/exact";
import type { WorldBox } from "@/core/brush/world-box";
import type { Dataset } from "@/core/record/record";
import type { Day } from "@/core/time/day";
import type { Instant, Range } from "@/core/time/instant";
import type { Filters } from "@/core/timeline/view";
import type { Overview } from "@/wire/overview";
import type { Told } from "@/wire/records";

/** Which events are meant, as the server can be asked for them. */
export type CrowdQuery = { readonly filters: Filters; readonly reportedBy: Day | null };

export type PageQuery = CrowdQuery & {
  /** `null` is all time and then the undated. */
  readonly range: Range | null;
  readonly box: WorldBox | null;
  readonly from: PagePosition;
  readonly limit: number;
};

/** Events in time order, then the undated; `next` is the cursor of the next page, `null` at the end. */
export type Page = { readonly items: readonly Told[]; readonly next: string | null };

/** Where in time order a page begins: where another ended, at what begins at an instant or later, or at the undated. */
export type PagePosition =
  | { readonly kind: "start" | "undated" }
  | { readonly kind: "cursor"; readonly cursor: string }
  | { readonly kind: "instant"; readonly at: Instant };

/**
 * How a dashboard of many events is fed: everything that it asks the server for. Each rejects when the server cannot
 * be asked, and answers `null` when there are more events than may be sent.
 */
export type CrowdFeed = {
  /** The numbers of the whole dossier, or with `part` those of a stretch of time and, if not `null`, a box. */
  readonly loadCrowd: (
    query: CrowdQuery,
    part: { readonly range: Range; readonly box: WorldBox | null } | null,
    signal: AbortSignal,
  ) => Promise<Crowd | null>;
  readonly loadCounts: (query: CrowdQuery, range: Range, signal: AbortSignal) => Promise<ExactCounts>;
  /** Everything about the few events of a stretch of time. */
  readonly loadSlice: (query: CrowdQuery, range: Range, signal: AbortSignal) => Promise<Dataset | null>;
  readonly loadPage: (query: PageQuery, signal: AbortSignal) => Promise<Page>;
  /** `null` if there is no such event, or no source had reported it. */
  readonly loadEvent: (slug: string, reportedBy: Day | null, signal: AbortSignal) => Promise<Told | null>;
  /** Hears what is known of the dossier as a whole after each change of it; what it gives ends that. */
  readonly follow: (renew: (overview: Overview) => void) => () => void;
};
