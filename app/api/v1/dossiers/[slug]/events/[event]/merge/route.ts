import { toWriteEndpoint } from "@/server/http/endpoint";
import { postMerge } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint(
  "/api/v1/dossiers/[slug]/events/[event]/merge",
  { POST: postMerge },
);
