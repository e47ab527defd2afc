import { answerDocument } from "@/server/http/document-answers";
import { toGuarded } from "@/server/http/guard";

export const POST = toGuarded("/api/v1/documents", "POST", answerDocument);
