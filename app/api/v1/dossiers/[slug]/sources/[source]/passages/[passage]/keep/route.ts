import { toWriteEndpoint } from "@/server/http/endpoint";
import { postKeeping } from "@/server/http/write-answers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toWriteEndpoint({ POST: postKeeping });
