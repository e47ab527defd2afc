import { CARD_SIZE } from "@/components/card/card-view";
import { toIndexCard } from "@/components/card/index-card";
import { NOBODY } from "@/server/access/visitor";
import { loadDossiers } from "@/server/queries/load-dossiers";
import { answerPicture } from "./_picture/answer-picture";

export const size = CARD_SIZE;
export const contentType = "image/png";
export const alt = "A map of the world under the words: what happened, where, when, and who says so.";

// The same for everybody: of dossiers that are not public it says nothing.
export default async function Picture() {
  return answerPicture("/opengraph-image", null, async () => toIndexCard(await loadDossiers(NOBODY)));
}
