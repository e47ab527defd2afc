import { toWriteEndpoint } from "@/server/http/endpoint";
import { postSplit } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint(
  "/api/v1/dossiers/[slug]/events/[event]/split",
  { POST: postSplit },
);
