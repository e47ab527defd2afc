import { answerEvent } from "@/server/http/answers";
import { toEndpoint } from "@/server/http/endpoint";
import { deleteEvent, patchEvent } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/v1/dossiers/[slug]/events/[event]",
  answerEvent,
  {
    PATCH: patchEvent,
    DELETE: deleteEvent,
  },
);
