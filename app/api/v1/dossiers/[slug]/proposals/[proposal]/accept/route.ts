import { toWriteEndpoint } from "@/server/http/endpoint";
import { postAcceptance } from "@/server/http/proposal-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint(
  "/api/v1/dossiers/[slug]/proposals/[proposal]/accept",
  { POST: postAcceptance },
);
