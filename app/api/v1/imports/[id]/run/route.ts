import { toGuarded } from "@/server/http/guard";
import { answerRun } from "@/server/http/import-answers";

export const POST = toGuarded("/api/v1/imports/[id]/run", "POST", answerRun);
