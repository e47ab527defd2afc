import { toEndpoint } from "@/server/http/endpoint";
import { toOpenApi } from "@/wire/openapi";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint("/api/v1/openapi.json", async () =>
  toOpenApi(),
);
