import { describe, expect, it, vi } from "vitest";
import { ProblemSchema } from "@/wire/problem";
import { DatabaseAway } from "../database-away";
import { Refusal, toEndpoint } from "./endpoint";

const context = { params: Promise.resolve({ slug: "a" }) };
const ask = (method: string, headers: Record<string, string> = {}) =>
  new Request("http://localhost/api/v1/x?q=1", { method, headers });
const failing = (error: unknown) =>
  toEndpoint(async () => {
    throw error;
  });

describe("toEndpoint", () => {
  const endpoint = toEndpoint(async ({ slug }: { slug: string }, query) => ({ slug, q: query.get("q") }));

  it("answers in JSON with a strong tag", async () => {
    const response = await endpoint.GET(ask("GET"), context);
    expect(response.status).toBe(200);
    expect(response.headers.get("etag")).toMatch(/^"/);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(await response.json()).toEqual({ slug: "a", q: "1" });
  });

  it("answers HEAD with the same headers and no body", async () => {
    const [get, head] = [await endpoint.GET(ask("GET"), context), await endpoint.HEAD(ask("HEAD"), context)];
    expect([...head.headers]).toEqual([...get.headers]);
    expect(await head.text()).toBe("");
  });

  it("sends nothing to who has it already", async () => {
    const etag = (await endpoint.GET(ask("GET"), context)).headers.get("etag") ?? "";
    const response = await endpoint.GET(ask("GET", { "if-none-match": etag }), context);
    expect([response.status, response.headers.get("etag"), await response.text()]).toEqual([304, etag, ""]);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"] as const)(
    "refuses %s and says what is allowed",
    async (method) => {
      const response = await endpoint[method](ask(method), context);
      expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
      expect(ProblemSchema.parse(await response.json()).status).toBe(405);
    },
  );

  it("tells every fault of a query", async () => {
    const fault = { parameter: "limit", value: "x", reason: "expected a number" };
    const response = await failing(new Refusal(400, "Faults.", [fault])).GET(ask("GET"), context);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(ProblemSchema.parse(await response.json())).toMatchObject({ status: 400, faults: [fault] });
  });

  it("asks to come back when the database is away", async () => {
    const response = await failing(new DatabaseAway(new Error("password=secret"))).GET(ask("GET"), context);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(await response.text()).not.toContain("secret");
  });

  it("keeps a failure to the log, under a name that the reader is told", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const response = await failing(new Error("password=secret")).GET(ask("GET"), context);
    const problem = ProblemSchema.parse(await response.json());
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem)).not.toContain("secret");
    expect(String(log.mock.calls[0]?.[0])).toContain(problem.id);
    log.mockRestore();
  });
});
