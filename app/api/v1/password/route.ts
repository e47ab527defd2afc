import { answerPassword } from "@/server/http/account-answers";
import { toWriteEndpoint } from "@/server/http/endpoint";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint("/api/v1/password", {
  POST: answerPassword,
});
