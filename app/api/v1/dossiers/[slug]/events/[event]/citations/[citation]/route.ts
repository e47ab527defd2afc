import { toWriteEndpoint } from "@/server/http/endpoint";
import { deleteCitation, patchCitation } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint(
  "/api/v1/dossiers/[slug]/events/[event]/citations/[citation]",
  {
    PATCH: patchCitation,
    DELETE: deleteCitation,
  },
);
