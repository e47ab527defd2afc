import { toWriteEndpoint } from "@/server/http/endpoint";
import { answerInvited } from "@/server/http/invitation-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint("/api/v1/invitation", {
  POST: answerInvited,
});
