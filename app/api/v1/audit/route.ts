import { answerAudit } from "@/server/http/audit-answers";
import { toEndpoint } from "@/server/http/endpoint";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint("/api/v1/audit", answerAudit);
