import { deleteApiKey } from "@/server/http/api-key-answers";
import { toWriteEndpoint } from "@/server/http/endpoint";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint("/api/v1/keys/[key]", {
  DELETE: deleteApiKey,
});
