import { toEndpoint } from "@/server/http/endpoint";
import { answerInvitations, postInvitation } from "@/server/http/member-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/v1/dossiers/[slug]/invitations",
  answerInvitations,
  { POST: postInvitation },
);
