import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadSecret } from "./secret";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-secret-"));
  vi.stubEnv("DATELINE_DATA", join(folder, "data"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it("is made once, for this user alone", () => {
  const secret = loadSecret();
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(loadSecret()).toBe(secret);
  expect(statSync(join(folder, "data", "session-secret")).mode & 0o777).toBe(0o600);
});

it("is another than what lies there already by a like name", () => {
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "data", "secret"), "the database's");
  expect(loadSecret()).toMatch(/^[\w-]{43}$/);
});

it("is the operator's where there is one, and nothing is written", () => {
  vi.stubEnv("DATELINE_SECRET", "x".repeat(32));
  expect(loadSecret()).toBe("x".repeat(32));
  expect(() => statSync(join(folder, "data"))).toThrow();
});
