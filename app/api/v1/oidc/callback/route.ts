import { toGuarded } from "@/server/http/guard";
import { answerOidcCallback } from "@/server/http/oidc-answers";

export const GET = toGuarded("/api/v1/oidc/callback", "GET", answerOidcCallback);
