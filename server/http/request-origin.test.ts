import { describe, expect, it } from "vitest";
import { toRequestOrigin } from "./request-origin";

describe("toRequestOrigin", () => {
  it.each<[string, Record<string, string>, string]>([
    ["the host", { host: "127.0.0.1:3000" }, "http://127.0.0.1:3000"],
    ["an address of version 6", { host: "[::1]:3000" }, "http://[::1]:3000"],
    [
      "what a proxy says",
      { host: "10.0.0.1:3000", "x-forwarded-host": "atlas.example.org", "x-forwarded-proto": "https" },
      "https://atlas.example.org",
    ],
    [
      "the first of several proxies",
      { "x-forwarded-host": "a.example, b.example", "x-forwarded-proto": "https, http" },
      "https://a.example",
    ],
    ["no path or user in a host", { host: "evil.example/x?y" }, "http://localhost"],
    ["no user", { host: "good@evil.example" }, "http://localhost"],
    ["no markup", { host: '"><script>' }, "http://localhost"],
    ["no impossible port", { host: "a.example:99999" }, "http://localhost"],
    ["nothing", {}, "http://localhost"],
    ["no other protocol", { host: "a.example", "x-forwarded-proto": "javascript" }, "http://a.example"],
  ])("takes %s", (_, headers, origin) => {
    expect(toRequestOrigin(new Headers(headers))).toBe(origin);
  });
});
