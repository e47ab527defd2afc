import { toAction } from "@/server/http/action";
import { answerDocument } from "@/server/http/document-answers";

export const POST = toAction(answerDocument);
