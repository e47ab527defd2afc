import type { Dataset, Source } from "@/core/record/record";

/** The dataset without the texts that a page does not show. */
export function withOneText(dataset: Dataset, shown: Source): Dataset {
  const sources = dataset.sources.map((source) => (source.id === shown.id ? shown : { ...source, text: "" }));
  return { ...dataset, sources };
}
