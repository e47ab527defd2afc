import { answerPicture } from "@/app/_picture/answer-picture";
import { CARD_SIZE } from "@/components/card/card-view";
import { toEventCard } from "@/components/card/event-card";
import { toDatasetIndex } from "@/core/record/dataset-index";
import { toReading } from "@/core/record/reading";
import { loadDataset } from "@/server/queries/load-dataset";

type Props = { readonly params: Promise<{ slug: string; event: string }> };

export const size = CARD_SIZE;
export const contentType = "image/png";
export const alt = "The event’s title, date and place, a quotation that reports it, and a map.";

export default async function Picture({ params }: Props) {
  const named = await params;
  return answerPicture("/d/[slug]/e/[event]/opengraph-image", named.slug, () => loadCard(named));
}

async function loadCard({ slug, event }: Awaited<Props["params"]>) {
  const dataset = await loadDataset(slug);
  if (!dataset) return null;
  const index = toDatasetIndex(dataset);
  const record = index.eventsBySlug.get(event);
  const reading = record ? toReading(record, index, null) : null;
  return reading && toEventCard(reading, index);
}
