import { toWriteEndpoint } from "@/server/http/endpoint";
import { postRestoration } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint(
  "/api/v1/dossiers/[slug]/changes/[change]/restore",
  { POST: postRestoration },
);
