import type { Dataset } from "@/core/record/record";

/** Raised when a field changes its meaning; a reader refuses what it does not know. */
export const DATASET_VERSION = 1;

/** A dataset as JSON: the same values by page and by route. */
export type WireDataset = { readonly version: number } & Dataset;

export function encodeDataset(dataset: Dataset): WireDataset {
  const { dossier, sources, passages, places, actors, events, changeId } = dataset;
  return { version: DATASET_VERSION, dossier, sources, passages, places, actors, events, changeId };
}

/**
 * The dataset in what this program's own server sent; throws if the version is another.
 * Only the version is checked: the bytes come from the same build, and a full check would cost the first view.
 */
export function decodeDataset(wire: WireDataset): Dataset {
  const { version, ...dataset } = wire;
  if (version !== DATASET_VERSION) {
    throw new Error(`Dataset: got version ${version} when expected ${DATASET_VERSION}.`);
  }
  return dataset;
}
