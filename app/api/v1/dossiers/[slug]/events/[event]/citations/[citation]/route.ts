import { toWriteEndpoint } from "@/server/http/endpoint";
import { deleteCitation, patchCitation } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint({
  PATCH: patchCitation,
  DELETE: deleteCitation,
});
