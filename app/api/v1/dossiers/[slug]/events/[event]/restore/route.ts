import { toWriteEndpoint } from "@/server/http/endpoint";
import { postEventRestoration } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint(
  "/api/v1/dossiers/[slug]/events/[event]/restore",
  {
    POST: postEventRestoration,
  },
);
