import { toWriteEndpoint } from "@/server/http/endpoint";
import { postText } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint(
  "/api/v1/dossiers/[slug]/sources/[source]/texts",
  { POST: postText },
);
