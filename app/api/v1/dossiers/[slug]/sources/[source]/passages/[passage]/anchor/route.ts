import { toWriteEndpoint } from "@/server/http/endpoint";
import { postAnchor } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint(
  "/api/v1/dossiers/[slug]/sources/[source]/passages/[passage]/anchor",
  { POST: postAnchor },
);
