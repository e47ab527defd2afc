import { answerPicture } from "@/app/_picture/answer-picture";
import { CARD_SIZE } from "@/components/card/card-view";
import { toSourceCard } from "@/components/card/source-card";
import { toDatasetIndex } from "@/core/record/dataset-index";
import { loadDataset } from "@/server/queries/load-dataset";
import { publishDataset } from "@/server/queries/load-published";

type Props = { readonly params: Promise<{ slug: string; source: string }> };

export const size = CARD_SIZE;
export const contentType = "image/png";
export const alt =
  "The source’s title, publisher and date, its first quotation, and a map of what it reports.";

export default async function Picture({ params }: Props) {
  const named = await params;
  return answerPicture("/d/[slug]/s/[source]/opengraph-image", named.slug, () => loadCard(named));
}

async function loadCard({ slug, source }: Awaited<Props["params"]>) {
  const whole = await loadDataset(slug);
  // Whoever sees a preview has it from somewhere else.
  const dataset = whole && (await publishDataset(whole));
  const record = dataset?.sources.find((one) => one.slug === source);
  return dataset && record ? toSourceCard(record, toDatasetIndex(dataset)) : null;
}
