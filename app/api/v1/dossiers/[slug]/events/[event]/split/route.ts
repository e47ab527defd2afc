import { toWriteEndpoint } from "@/server/http/endpoint";
import { postSplit } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint({ POST: postSplit });
