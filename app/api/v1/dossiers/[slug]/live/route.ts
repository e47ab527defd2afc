import { toGuarded } from "@/server/http/guard";
import { answerLive } from "@/server/http/live";

export const GET = toGuarded("/api/v1/dossiers/[slug]/live", "GET", answerLive);
