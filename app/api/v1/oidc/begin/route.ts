import { toGuarded } from "@/server/http/guard";
import { answerOidcBegin } from "@/server/http/oidc-answers";

export const GET = toGuarded("/api/v1/oidc/begin", "GET", answerOidcBegin);
