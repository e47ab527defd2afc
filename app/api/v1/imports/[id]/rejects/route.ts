import { toAction } from "@/server/http/action";
import { answerRejects } from "@/server/http/import-answers";

// It changes nothing, yet is for the same pages as the import whose rows it holds.
export const GET = toAction(answerRejects);
