import { answerDossier } from "@/server/http/answers";
import { toEndpoint } from "@/server/http/endpoint";
import { patchDossier } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/v1/dossiers/[slug]",
  answerDossier,
  {
    PATCH: patchDossier,
  },
);
