import { toGuarded } from "@/server/http/guard";
import { answerOriginal } from "@/server/http/original-answers";

export const GET = toGuarded("/api/v1/dossiers/[slug]/sources/[source]/document", "GET", answerOriginal);
