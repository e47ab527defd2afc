import { describe, expect, it } from "vitest";
import { loadEnv } from "./env";

describe("loadEnv", () => {
  it("has a default for every setting", () => {
    expect(loadEnv({})).toEqual({
      port: 3000,
      host: "127.0.0.1",
      databaseUrl: null,
      dataFolder: ".data",
      origin: null,
      isFetching: false,
      secret: null,
      oidc: null,
    });
  });

  it("takes a setting of nothing as not set, and no notice of HOSTNAME", () => {
    expect(loadEnv({ PORT: "", HOST: "", DATELINE_ORIGIN: "", HOSTNAME: "box" })).toEqual(loadEnv({}));
  });

  it("reads an origin with or without its slash", () => {
    expect(loadEnv({ DATELINE_ORIGIN: "https://atlas.example.org/" }).origin).toBe(
      "https://atlas.example.org",
    );
    expect(loadEnv({ DATELINE_ORIGIN: "http://atlas.example.org:8080" }).origin).toBe(
      "http://atlas.example.org:8080",
    );
  });

  it("takes a provider to sign in by whole, or not at all", () => {
    const issuer = { DATELINE_OIDC_ISSUER: "https://login.example.org/team" };
    expect(() => loadEnv(issuer)).toThrow(
      "DATELINE_OIDC_CLIENT_ID: needed with the other two\n  DATELINE_OIDC_CLIENT_SECRET: needed with the other two",
    );
    const client = { DATELINE_OIDC_CLIENT_ID: "dateline", DATELINE_OIDC_CLIENT_SECRET: "s" };
    expect(() => loadEnv(client)).toThrow("DATELINE_OIDC_ISSUER");
    expect(loadEnv({ ...issuer, ...client }).oidc).toEqual({
      ...{ issuer: "https://login.example.org/team", clientId: "dateline", clientSecret: "s" },
    });
  });

  it.each([
    ["DATELINE_SECRET", "too short"],
    ["DATELINE_OIDC_ISSUER", "http://login.example.org"],
    ["DATELINE_OIDC_ISSUER", "https://login.example.org?x"],
    ["DATELINE_OIDC_ISSUER", "https://user@login.example.org"],
    ["DATELINE_OIDC_ISSUER", "login.example.org"],
    ["PORT", "http"],
    ["PORT", "70000"],
    ["HOST", "a b"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["DATELINE_ORIGIN", "atlas.example.org"],
    ["DATELINE_ORIGIN", "https://atlas.example.org/path"],
    ["DATELINE_ORIGIN", "ftp://atlas.example.org"],
    ["DATELINE_ORIGIN", "https://user:secret@atlas.example.org"],
  ])("refuses %s=%s by its name", (name, value) => {
    expect(() => loadEnv({ [name]: value })).toThrow(`${name}: `);
  });

  it("names all that are wrong at once", () => {
    expect(() => loadEnv({ PORT: "x", HOST: "a b" })).toThrow(/PORT: .*\n.*HOST: /);
  });
});
