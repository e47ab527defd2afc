import { describe, expect, it } from "vitest";
import { toOwnPath } from "./own-path";

describe("toOwnPath", () => {
  it.each(["/", "/d/x", "/d/x?from=2020-01-01&q=a%20b", "/d/x/add#top"])("keeps %s", (path) => {
    expect(toOwnPath(path)).toBe(path);
  });

  it.each([
    ...[
      "",
      "d/x",
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "https://evil.example/",
      "/d\\..\\x",
    ],
    ...["javascript:alert(1)", "/\t/evil.example", "/d\n/x", " /d/x", "http:/evil.example", null, undefined],
  ])("leads home for %j", (path) => {
    expect(toOwnPath(path)).toBe("/");
    const { origin } = new URL(toOwnPath(path), "http://here.example");
    expect(origin).toBe("http://here.example");
  });
});
