import { toEndpoint } from "@/server/http/endpoint";
import { answerSessions, deleteOtherSessions } from "@/server/http/session-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/v1/sessions",
  answerSessions,
  { DELETE: deleteOtherSessions },
);
