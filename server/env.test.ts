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

  it.each([
    ["DATELINE_SECRET", "too short"],
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
