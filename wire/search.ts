import type { Id } from "@/core/record/record";

/** Longest query in UTF-16 units. */
export const LONGEST_QUERY = 200;

/** Every event of the dossier that a query finds, in no order. */
export type WireSearch = { readonly ids: readonly Id[] };

/** Where a dossier is searched, relative to the origin. */
export function toSearchAddress(slug: string, query: string): string {
  return `/api/v1/dossiers/${encodeURIComponent(slug)}/search?${new URLSearchParams({ q: query })}`;
}

export function encodeSearch(ids: Iterable<Id>): WireSearch {
  return { ids: [...ids] };
}

/** The ids in an answer; throws if it is none. */
export function decodeSearch(json: unknown): ReadonlySet<Id> {
  const ids = typeof json === "object" && json !== null && "ids" in json ? json.ids : null;
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === "string")) {
    throw new Error("Search: the answer holds no list of ids.");
  }
  return new Set(ids);
}
