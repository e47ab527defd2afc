import { toGuarded } from "@/server/http/guard";
import { answerRejects } from "@/server/http/import-answers";

// It changes nothing, yet is for the same pages as the import whose rows it holds.
export const GET = toGuarded("/api/v1/imports/[id]/rejects", "GET", answerRejects);
