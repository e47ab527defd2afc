import { toEndpoint } from "@/server/http/endpoint";
import { answerProposal } from "@/server/http/proposal-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/v1/dossiers/[slug]/proposals/[proposal]",
  answerProposal,
);
