import { headers } from "next/headers";
import { CARD_SIZE } from "@/components/card/card-view";
import { toIndexCard } from "@/components/card/index-card";
import { loadDossiers } from "@/server/queries/load-dossiers";
import { answerPicture } from "./_picture/answer-picture";

export const size = CARD_SIZE;
export const contentType = "image/png";
export const alt = "A map of the world under the words: what happened, where, when, and who says so.";

export default async function Picture() {
  const ifNoneMatch = (await headers()).get("if-none-match");
  return answerPicture(loadDossiers().then(toIndexCard), ifNoneMatch);
}
