import { answerNamedPlaces } from "@/server/http/answer-gazetteer";
import { toEndpoint } from "@/server/http/endpoint";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/v1/gazetteer/named",
  answerNamedPlaces,
);
