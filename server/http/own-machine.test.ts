import { describe, expect, it } from "vitest";
import { isOwnMachine } from "./own-machine";

const LISTENING = { HOSTNAME: "127.0.0.1" } as unknown as NodeJS.ProcessEnv;

describe("a request from the program's own machine", () => {
  it.each(["127.0.0.1:3000", "localhost:3000", "localhost", "[::1]:3000"])("is one to %s", (host) => {
    expect(isOwnMachine(new Headers({ host }), LISTENING)).toBe(true);
  });

  it.each<Record<string, string>>([
    { host: "dateline.example:3000" },
    { host: "127.0.0.1.evil.example" },
    { host: "192.168.0.7:3000" },
    {},
    { host: "localhost", "x-forwarded-for": "203.0.113.9" },
    { host: "localhost", "x-forwarded-for": "127.0.0.1, 203.0.113.9" },
    { host: "localhost", "x-forwarded-host": "dateline.example" },
    { host: "localhost", "x-real-ip": "203.0.113.9" },
    { host: "localhost", forwarded: "for=203.0.113.9" },
  ])("is not one with %j", (headers) => {
    expect(isOwnMachine(new Headers(headers), LISTENING)).toBe(false);
  });

  it.each(["0.0.0.0", "::", "192.168.0.7"])("is none where the program listens on %s", (HOSTNAME) => {
    const env = { HOSTNAME } as unknown as NodeJS.ProcessEnv;
    expect(isOwnMachine(new Headers({ host: "localhost" }), env)).toBe(false);
  });

  it("is none where readers reach the program elsewhere", () => {
    const env = { ...LISTENING, DATELINE_ORIGIN: "https://dateline.example" };
    expect(isOwnMachine(new Headers({ host: "localhost" }), env)).toBe(false);
  });
});
