import { toEndpoint } from "@/server/http/endpoint";
import { Refusal } from "@/server/http/refusal";

// Programs ask here: an unknown address is answered in JSON, not by the page for people.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = toEndpoint(
  "/api/[...path]",
  async ({ path }: { path: string[] }) => {
    throw new Refusal(404, `There is nothing at /api/${path.join("/")}; see /api/v1/openapi.json.`);
  },
);
