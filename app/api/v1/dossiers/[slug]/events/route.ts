import { answerEvents } from "@/server/http/answers";
import { toEndpoint } from "@/server/http/endpoint";
import { postEvent } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/v1/dossiers/[slug]/events",
  answerEvents,
  { POST: postEvent },
);
