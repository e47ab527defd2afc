import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { ProblemSchema } from "@/wire/problem";
import { DatabaseAway } from "../database-away";
import { toBytesEndpoint, toEndpoint } from "./endpoint";
import { Refusal } from "./refusal";

// One that everybody may ask.
const ROUTE = "/api/v1/gazetteer";
const context = { params: Promise.resolve({ slug: "a" }) };
const ask = (method: string, headers: Record<string, string> = {}) =>
  new Request("http://localhost/api/v1/x?q=1", { method, headers });
const failing = (error: unknown) =>
  toEndpoint(ROUTE, async () => {
    throw error;
  });

describe("toEndpoint", () => {
  const endpoint = toEndpoint(ROUTE, async ({ slug }: { slug: string }, query) => ({
    ...{ slug, q: query.get("q") },
  }));

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

describe("toBytesEndpoint", () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const answering = toBytesEndpoint(ROUTE, async () => ({
    state: "1",
    pack: async () => ({ mediaType: "application/x", bytes: new Uint8Array(brotliCompressSync(bytes)) }),
  }));
  const refusing = toBytesEndpoint(ROUTE, async () => {
    throw new Refusal(413, "Too many.");
  });
  const read = async (response: Response) => new Uint8Array(await response.arrayBuffer());

  it("sends Brotli to those who read it, and the bytes themselves to all others", async () => {
    const packed = await answering.GET(ask("GET", { "accept-encoding": "gzip, br" }), context);
    expect(packed.headers.get("content-encoding")).toBe("br");
    expect([...brotliDecompressSync(await read(packed))]).toEqual([1, 2, 3]);
    const plain = await answering.GET(ask("GET", { "accept-encoding": "gzip" }), context);
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect([...(await read(plain))]).toEqual([1, 2, 3]);
  });

  it("sends problems in Brotli too, as next.config.js says of everything at such an address", async () => {
    const packed = await refusing.GET(ask("GET", { "accept-encoding": "br" }), context);
    expect([packed.status, packed.headers.get("content-encoding")]).toEqual([413, "br"]);
    const problem = JSON.parse(brotliDecompressSync(await read(packed)).toString());
    expect(ProblemSchema.parse(problem).status).toBe(413);
    const plain = await refusing.GET(ask("GET"), context);
    expect(ProblemSchema.parse(await plain.json()).status).toBe(413);
  });
});
