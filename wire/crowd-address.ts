import { toDegrees, type WorldBox } from "@/core/brush/world-box";
import type { Day } from "@/core/time/day";
import type { Range } from "@/core/time/instant";
import { viewInstantToMinute } from "@/core/time/parse-view-time";
import type { Filters } from "@/core/timeline/view";

/** What the interface is asked of the events of one dossier; `null` and empty lists let everything through. */
export type CrowdAddress = {
  readonly filters: Filters;
  readonly reportedBy: Day | null;
  /** Whole minutes. */
  readonly range: Range | null;
  readonly box: WorldBox | null;
};

/** The path and query at which a dossier's `crowd`, `counts`, `events` or `dataset` is asked for. */
export function toCrowdAddress(
  slug: string,
  resource: "crowd" | "counts" | "events" | "dataset",
  { filters, reportedBy, range, box }: CrowdAddress,
  more: Readonly<Record<string, string>> = {},
): string {
  const params = new URLSearchParams(more);
  if (range) {
    params.set("from", viewInstantToMinute(range.start));
    params.set("to", viewInstantToMinute(range.end));
  }
  if (box) {
    const { west, south, east, north } = toDegrees(box);
    params.set("bbox", [west, south, east, north].map(toDegreeText).join(","));
  }
  for (const name of ["cat", "actor", "place", "source", "status"] as const) {
    if (filters[name].length > 0) params.set(name, filters[name].join(","));
  }
  if (filters.q.trim() !== "") params.set("q", filters.q.trim());
  if (reportedBy !== null) params.set("as", reportedBy);
  const query = params.toString();
  return `/api/v1/dossiers/${slug}/${resource}${query === "" ? "" : `?${query}`}`;
}

// Seven digits are a centimetre; more would make addresses that no cache meets twice.
function toDegreeText(degrees: number): string {
  return String(Math.round(degrees * 1e7) / 1e7);
}
