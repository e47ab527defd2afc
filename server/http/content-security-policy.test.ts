import { describe, expect, it } from "vitest";
import { toContentSecurityPolicy } from "./content-security-policy";

describe("toContentSecurityPolicy", () => {
  it("allows this origin and the scripts of this answer, and nothing else", () => {
    expect(toContentSecurityPolicy("abc", false)).toBe(
      "default-src 'none'; script-src 'self' 'nonce-abc' 'strict-dynamic'; style-src 'self'; " +
        "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; " +
        "worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
    );
  });

  it("loosens only what development needs", () => {
    const added = toContentSecurityPolicy("abc", true).replace(toContentSecurityPolicy("abc", false), "");
    expect(added.match(/'unsafe-\w+'/g)).toEqual(["'unsafe-eval'", "'unsafe-inline'", "'unsafe-inline'"]);
  });
});
