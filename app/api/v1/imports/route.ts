import { toGuarded } from "@/server/http/guard";
import { answerUpload } from "@/server/http/import-answers";

export const POST = toGuarded("/api/v1/imports", "POST", answerUpload);
