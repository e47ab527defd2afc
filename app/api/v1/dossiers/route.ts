import { answerDossiers } from "@/server/http/answers";
import { toEndpoint } from "@/server/http/endpoint";
import { postDossier } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/v1/dossiers",
  answerDossiers,
  {
    POST: postDossier,
  },
);
