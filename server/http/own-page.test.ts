import { describe, expect, it } from "vitest";
import { checkOwnPage } from "./own-page";

describe("a change", () => {
  const send = (headers: Record<string, string>) =>
    new Request("http://localhost/api", { method: "POST", headers: { host: "localhost:3000", ...headers } });

  it("may be asked for by a page of the program", () => {
    for (const headers of [{}, { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }]) {
      expect(() => checkOwnPage(send(headers as Record<string, string>))).not.toThrow();
    }
  });

  it.each<Record<string, string>>([
    { origin: "http://evil.example" },
    { origin: "http://localhost:4000" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("may not with %j", (headers) => {
    expect(() => checkOwnPage(send(headers))).toThrow("Only Dateline's own pages");
  });

  it("may be asked for by the pages at the address that is set, and no others", () => {
    process.env.DATELINE_ORIGIN = "https://dateline.example";
    try {
      const headers = { "sec-fetch-site": "same-origin", host: "10.0.0.7:3000" };
      expect(() => checkOwnPage(send({ ...headers, origin: "https://dateline.example" }))).not.toThrow();
      expect(() => checkOwnPage(send({ ...headers, origin: "http://10.0.0.7:3000" }))).toThrow();
    } finally {
      delete process.env.DATELINE_ORIGIN;
    }
  });
});
