import { answerPicture } from "@/app/_picture/answer-picture";
import { CARD_SIZE } from "@/components/card/card-view";
import { toDossierCard } from "@/components/card/dossier-card";
import { toDatasetIndex } from "@/core/record/dataset-index";
import { loadDataset } from "@/server/queries/load-dataset";

export const size = CARD_SIZE;
export const contentType = "image/png";
export const alt = "The dossier’s title and dates above a map of its places.";

export default async function Picture({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return answerPicture("/d/[slug]/opengraph-image", slug, () => loadCard(slug));
}

async function loadCard(slug: string) {
  const dataset = await loadDataset(slug);
  return dataset && toDossierCard(toDatasetIndex(dataset));
}
