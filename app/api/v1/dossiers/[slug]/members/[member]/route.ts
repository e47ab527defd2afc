import { toWriteEndpoint } from "@/server/http/endpoint";
import { deleteMember, putMember } from "@/server/http/member-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint(
  "/api/v1/dossiers/[slug]/members/[member]",
  { PUT: putMember, DELETE: deleteMember },
);
