import { toWriteEndpoint } from "@/server/http/endpoint";
import { postWithdrawal } from "@/server/http/proposal-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint(
  "/api/v1/dossiers/[slug]/proposals/[proposal]/withdraw",
  { POST: postWithdrawal },
);
