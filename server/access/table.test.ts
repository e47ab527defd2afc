import { readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ACCESS, type Method, type Need, toNeed } from "./table";

const ROWS = Object.entries(ACCESS) as [string, Partial<Record<Method, Need>>][];
const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Every file of app that Next answers requests by, with the name of its route. */
const FILES = readdirSync("app", { recursive: true, encoding: "utf8" }).flatMap((file) => {
  const folder = dirname(file) === "." ? "" : `/${dirname(file)}`;
  if (/(^|\/)page\.tsx$/.test(file)) return [{ file, route: folder || "/" }];
  if (/(^|\/)route\.tsx?$/.test(file)) return [{ file, route: folder }];
  // What else Next gives addresses of their own: pictures, icons, lists for robots.
  const other =
    /(^|\/)((opengraph-image|twitter-image|icon|apple-icon)\.\w+|(sitemap|robots|manifest)\.\w+)$/.exec(file);
  if (!other) return [];
  return [{ file, route: `${folder}/${other[2]?.replace(/\.tsx?$/, "")}` }];
});

describe("the table of access", () => {
  it("has a row for every route, and no other", () => {
    expect(FILES.length).toBeGreaterThan(40);
    expect(Object.keys(ACCESS).toSorted()).toEqual(FILES.map(({ route }) => route).toSorted());
  });

  it.each(FILES.filter(({ file }) => file.endsWith("route.ts")))(
    "has what $file exports, method by method",
    async ({ file, route }) => {
      const exported: Record<string, unknown> = await import(/* @vite-ignore */ resolve("app", file));
      const row = Object.fromEntries(ROWS)[route] ?? {};
      const answered: string[] = [];
      for (const method of METHODS) {
        const handle = exported[method];
        if (typeof handle !== "function") continue;
        // What has no row says so to everybody, without asking who it is.
        if (method in row) answered.push(method);
        else {
          const request = new Request("http://localhost/x", { method });
          const response: Response = await handle(request, { params: Promise.resolve({ slug: "x" }) });
          expect([method, response.status]).toEqual([method, 405]);
        }
      }
      expect(answered).toEqual(METHODS.filter((method) => method in row));
    },
  );

  // A row that nobody reads holds nobody back: whatever needs anything names its own.
  it.each(FILES.filter(({ route }) => Object.values(Object.fromEntries(ROWS)[route] ?? {}).some(isKept)))(
    "is what $file goes by",
    ({ file, route }) => {
      expect(readFileSync(`app/${file}`, "utf8")).toContain(`"${route}"`);
    },
  );

  it("keeps all writing from those who are not signed in", () => {
    const open = ROWS.flatMap(([route, row]) =>
      Object.entries(row)
        .filter(([method, need]) => method !== "GET" && !isKept(need))
        .map(() => route),
    );
    expect(open.toSorted()).toEqual([
      ...["/api/v1/invitation", "/api/v1/invitation/accept", "/api/v1/setup", "/api/v1/sign-in"],
    ]);
  });

  it("asks for a role wherever a path names a dossier", () => {
    const inDossiers = ROWS.filter(([route]) => route.includes("[slug]")).flatMap(([, row]) =>
      Object.values(row),
    );
    expect(inDossiers.length).toBeGreaterThan(30);
    expect(
      inDossiers.filter((need) => ["anyone", "each-their-own", "signed-in", "session"].includes(need)),
    ).toEqual([]);
  });

  it("throws for what it does not have", () => {
    expect(() => toNeed("/livez", "POST")).toThrow("POST /livez: there is no such row");
  });
});

function isKept(need: Need): boolean {
  return need !== "anyone" && need !== "each-their-own";
}
