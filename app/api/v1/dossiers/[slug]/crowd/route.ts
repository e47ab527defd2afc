import { answerCrowd } from "@/server/http/answers";
import { toBytesEndpoint } from "@/server/http/endpoint";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toBytesEndpoint(
  "/api/v1/dossiers/[slug]/crowd",
  answerCrowd,
);
