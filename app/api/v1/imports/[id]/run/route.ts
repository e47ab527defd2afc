import { toAction } from "@/server/http/action";
import { answerRun } from "@/server/http/import-answers";

export const POST = toAction(answerRun);
