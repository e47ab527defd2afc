import { toAction } from "@/server/http/action";
import { answerPreview } from "@/server/http/import-answers";

export const POST = toAction(answerPreview);
