import { answerApiKeys, postApiKey } from "@/server/http/api-key-answers";
import { toEndpoint } from "@/server/http/endpoint";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint("/api/v1/keys", answerApiKeys, {
  POST: postApiKey,
});
