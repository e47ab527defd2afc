import { toAction } from "@/server/http/action";
import { answerUpload } from "@/server/http/import-answers";

export const POST = toAction(answerUpload);
