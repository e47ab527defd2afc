import { toEndpoint } from "@/server/http/endpoint";
import { answerProposals, postProposal } from "@/server/http/proposal-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/v1/dossiers/[slug]/proposals",
  answerProposals,
  { POST: postProposal },
);
