import { answerSource } from "@/server/http/answers";
import { toEndpoint } from "@/server/http/endpoint";
import { deleteSource, patchSource } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/v1/dossiers/[slug]/sources/[source]",
  answerSource,
  {
    PATCH: patchSource,
    DELETE: deleteSource,
  },
);
