import { toGuarded } from "@/server/http/guard";
import { answerPreview } from "@/server/http/import-answers";

export const POST = toGuarded("/api/v1/imports/[id]/preview", "POST", answerPreview);
