import { toEndpoint } from "@/server/http/endpoint";
import { answerMembers } from "@/server/http/member-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/v1/dossiers/[slug]/members",
  answerMembers,
);
