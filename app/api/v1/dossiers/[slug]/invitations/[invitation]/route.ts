import { toWriteEndpoint } from "@/server/http/endpoint";
import { deleteInvitation } from "@/server/http/member-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint(
  "/api/v1/dossiers/[slug]/invitations/[invitation]",
  { DELETE: deleteInvitation },
);
