import { toEndpoint } from "@/server/http/endpoint";
import { answerVisibility, putVisibility } from "@/server/http/visibility-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/v1/dossiers/[slug]/visibility",
  answerVisibility,
  { PUT: putVisibility },
);
