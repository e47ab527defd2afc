import { toWriteEndpoint } from "@/server/http/endpoint";
import { deleteSession } from "@/server/http/session-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint(
  "/api/v1/sessions/[session]",
  { DELETE: deleteSession },
);
