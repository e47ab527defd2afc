import type { Dossier } from "@/core/record/record";
import type { Range } from "@/core/time/instant";

/** Raised when a field changes its meaning; a reader refuses what it does not know. */
export const OVERVIEW_VERSION = 1;

/** A value of a filter, its name, and how many events of the whole dossier have it today. */
export type FacetValue = {
  readonly facet: "cat" | "actor" | "place" | "status";
  /** As in the address: a slug, or a word of the vocabulary. */
  readonly value: string;
  readonly label: string;
  readonly events: number;
};

/** A dossier whose events are too many to travel with its page. */
export type Overview = {
  readonly dossier: Dossier;
  readonly events: number;
  readonly undated: number;
  readonly unplaced: number;
  readonly sources: number;
  readonly places: number;
  /** From the first begin to the last end that a date states; `null` where nothing is dated. */
  readonly extent: Range | null;
  /** The most frequent values of each filter. */
  readonly facets: readonly FacetValue[];
};

export type WireOverview = { readonly version: number } & Overview;

export function encodeOverview(overview: Overview): WireOverview {
  return { version: OVERVIEW_VERSION, ...overview };
}

/** The overview in what this program's own server sent; throws if the version is another. */
export function decodeOverview({ version, ...overview }: WireOverview): Overview {
  if (version !== OVERVIEW_VERSION) {
    throw new Error(`Overview: got version ${version} when expected ${OVERVIEW_VERSION}.`);
  }
  return overview;
}
