import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it, vi } from "vitest";
import * as preview from "@/app/api/v1/imports/[id]/preview/route";
import * as run from "@/app/api/v1/imports/[id]/run/route";
import * as imports from "@/app/api/v1/imports/route";
import { LIMITS } from "@/core/record/limits";
import { database } from "@/server/db";
import { ask } from "@/test/accounts";
import { useDatabase } from "@/test/database";
import { countRows } from "@/test/hazards/count-rows";
import { isAlong, type Json, put, toTexts } from "@/test/hazards/json";
import { auditWhole } from "@/test/imports/audit";
import { ProblemSchema } from "@/wire/problem";

vi.setConfig({ testTimeout: 120_000 });

const { db, pool, url } = await useDatabase();
process.env.DATABASE_URL = url;
process.env.HOSTNAME = "127.0.0.1";
afterAll(() => database().$disconnect());

const HEADER = "id,title,date,lon,lat,source,quotation";
const GOOD = `${HEADER}\n1,Ministers meet,2024-03-03,-9.1,38.7,Test Press,The ministers met\n`;
const MAPPING = {
  columns: { key: "id", title: "title", date: "date", quotation: "quotation" },
  ...{ dateOrder: null, actorKind: "person" },
};
const READING = {
  ...{ format: null, mapping: null, zone: "UTC", published: "2024-03-04" },
  ...{ publisher: "Test Press", language: "en" },
};
const ORDER = { ...READING, dossier: { slug: "brought", title: "Brought" }, skipsBad: false };

async function upload(bytes: Uint8Array | string, name = "file.csv"): Promise<string> {
  const request = new Request(`http://localhost:3000/api/v1/imports?name=${encodeURIComponent(name)}`, {
    ...{ method: "POST", body: new Uint8Array(Buffer.from(bytes)) },
    headers: { host: "localhost:3000", "content-type": "application/octet-stream" },
  });
  const response = await imports.POST(request, { params: Promise.resolve({}) });
  expect(response.status).toBe(201);
  return (await response.json()).id;
}

/** Runs an import to its end, and gives the last that it says. */
async function bring(id: string, order: object): Promise<{ result?: { outcome: string }; problem?: string }> {
  const response = await ask(run, "POST", { params: { id }, body: order });
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return JSON.parse(text.trim().split("\n").at(-1) ?? "");
}

/** That a file is taken whole, or refused with a reason that is not a failure of ours and nothing written. */
async function expectWholeOrNothing(
  bytes: Uint8Array | string,
  slug: string,
  said: object = {},
): Promise<string> {
  const id = await upload(bytes);
  const before = await countRows(pool);
  const shown = await ask(preview, "POST", { params: { id }, body: { ...READING, ...said } });
  const told = await shown.json();
  expect([200, 422], JSON.stringify(told)).toContain(shown.status);
  expect(await countRows(pool)).toEqual(before);
  const { result, problem = "" } = await bring(id, { ...ORDER, ...said, dossier: { slug, title: null } });
  expect(problem).not.toMatch(/Something went wrong|database is away/);
  if (result?.outcome === "written") return "written";
  expect(await countRows(pool)).toEqual(before);
  return problem || "refused";
}

const columns = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(",");
const FILES: readonly (readonly [what: string, bytes: Uint8Array | string])[] = [
  ["nothing", ""],
  ["a header alone", `${HEADER}\n`],
  ["no header", "1,Ministers meet,2024-03-03\n"],
  ["a header twice", `id,id,title,date\n1,1,One,2024\n`],
  ["unknown headers", "a,b,c\n1,2,3\n"],
  ["NUL in a cell", GOOD.replace("Ministers", "Mini\0sters")],
  ["invalid UTF-8", Buffer.from(GOOD.replace("Ministers", "Minist\xe9rs \xff"), "latin1")],
  ["UTF-16", Buffer.from(`\ufeff${GOOD}`, "utf16le")],
  ["a mark of byte order", `\ufeff${GOOD}`],
  ["half a character", Buffer.from(`\ufeff${GOOD.replace("met", "\ud83c")}`, "utf16le")],
  ["lone quotation marks", `${HEADER}\n1,"Ministers,2024\n`],
  ["line ends of old Macs", GOOD.replaceAll("\n", "\r")],
  ["a cell of ten megabytes", GOOD.replace("The ministers met", "x".repeat(10_000_000))],
  ["a line of a megabyte", "x".repeat(1_000_000)],
  ["ten thousand columns", `${columns}\n${columns}\n`],
  ["ragged rows", `${HEADER}\n1,One\n2,Two,2024,1,1,P,Q,extra\n`],
  ["formulas", GOOD.replace("Ministers meet", "=cmd|' /C calc'!A0")],
  ["wrong types", `${HEADER}\n1,One,yesterday,east,north,P,Q\n`],
  ["numbers past all bounds", `${HEADER}\n1,One,2024,1e400,NaN,P,Q\n2,Two,99999999999,181,-91,P,Q\n`],
  ["markup", GOOD.replace("Ministers meet", "<script>alert(1)</script>")],
  [
    "names of what every object has",
    GOOD.replace(HEADER, "__proto__,constructor,date,lon,lat,source,toString"),
  ],
  ["gzip cut short", gzipSync(GOOD).subarray(0, 40)],
  ["gzip with bytes changed", gzipSync(GOOD).fill(7, 20, 40)],
  ["gzip of nothing", gzipSync("")],
  ["gzip of gzip", gzipSync(gzipSync(GOOD))],
  ["a bomb", gzipSync("x".repeat(2 ** 27))],
  ["an archive", Buffer.from("504b0304", "hex")],
  ["an image", Buffer.from("89504e470d0a1a0a", "hex")],
  ["JSON of great depth", "[".repeat(100_000)],
  ["JSON of nothing", "null"],
  ["GeoJSON of no features", '{"type":"FeatureCollection","features":{}}'],
  [
    "GeoJSON with names of what every object has",
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":{"x":1},"constructor":1},"geometry":{"type":"Point","coordinates":["1",null]}}]}',
  ],
  [
    "GeoJSON past all bounds",
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"title":"One","date":"2024"},"geometry":{"type":"Point","coordinates":[1e400,91]}}]}',
  ],
];

describe("a file with", () => {
  it.each(FILES.map(([what, bytes], at) => ({ what, bytes, at })))("$what", async ({ bytes, at }) => {
    for (const mapping of [null, MAPPING]) {
      const format = mapping && "csv";
      await expectWholeOrNothing(bytes, `file-${at}-${mapping ? "mapped" : "own"}`, { mapping, format });
    }
  });

  it("cells that look like formulas keeps them as text", async () => {
    const formula = "=cmd|' /C calc'!A0";
    const bytes = GOOD.replace("Ministers meet", formula);
    expect(await expectWholeOrNothing(bytes, "formulas", { mapping: MAPPING, format: "csv" })).toBe(
      "written",
    );
    expect(await db.event.count({ where: { title: formula } })).toBeGreaterThan(0);
  });

  it("any bytes changed is taken whole or not at all", async () => {
    let at = 0;
    const change = fc.tuple(fc.nat(GOOD.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 10 }), fc.nat(GOOD.length), async (changes, length) => {
        const bytes = Buffer.from(GOOD);
        for (const [place, byte] of changes) bytes[place] = byte;
        const said = { mapping: MAPPING, format: "csv" };
        await expectWholeOrNothing(bytes.subarray(0, length), `any-${at++}`, said);
      }),
      { numRuns: 40 },
    );
    await auditWhole(db);
  });
});

it.each(["a\0b.csv", "\u202evsc.csv", "../../etc/passwd", "x".repeat(5000), "", "a\r\nb.csv"])(
  "a file may be called %j",
  async (name) => {
    const request = { params: { id: await upload(GOOD, name) }, body: READING };
    expect([200, 422]).toContain((await ask(preview, "POST", request)).status);
  },
);

describe("an order", () => {
  const FATAL: Readonly<Record<string, Json>> = {
    ...{ NUL: "before\0after", "a lone surrogate": "before\ud83cafter", "a long line": "x".repeat(5000) },
    ...{ "a number": 12, "a list": ["x"], "an object": { x: "y" }, "a truth": true },
  };

  it("is refused by the name of the field that no text can be", async () => {
    const id = await upload(GOOD);
    const before = await countRows(pool);
    const wrong: unknown[] = [];
    const whole: Json = {
      ...ORDER,
      format: "csv",
      mapping: { ...MAPPING, keyWithin: "id", dateOrder: "dmy" },
    };
    const { dossier: _, skipsBad: __, ...reading } = whole;
    for (const [route, body] of [
      [run, whole],
      [preview, reading],
    ] as const) {
      for (const path of toTexts(body)) {
        for (const [hazard, value] of Object.entries(FATAL)) {
          const response = await ask(route, "POST", { params: { id }, body: put(body, path, value) });
          if (response.ok) {
            wrong.push([path.join("."), hazard, (await response.text()).slice(0, 200)]);
            continue;
          }
          const { status, faults = [] } = ProblemSchema.parse(await response.json());
          const isNamed = faults.some(({ parameter }) => isAlong(parameter, path));
          if (status !== 422 || !isNamed) wrong.push([path.join("."), hazard, status, faults]);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await countRows(pool)).toEqual(before);
  });

  it.each([
    ["publisher", LIMITS.name],
    ["dossier.title", LIMITS.title],
  ])("takes a %s of %i characters, and not one more", async (field, most) => {
    const order = (length: number) =>
      put(
        { ...ORDER, format: "csv", mapping: MAPPING },
        field.split("."),
        `🌊${"x".repeat(length - 1)}`,
      ) as object;
    const slug = { dossier: { slug: `long-${field.replace(".", "-")}`, title: null } };
    const long = order(most) as typeof ORDER;
    const own = { ...long, dossier: { ...slug.dossier, title: long.dossier.title } };
    expect((await bring(await upload(GOOD), own)).result?.outcome).toBe("written");
    const refused = await ask(run, "POST", { params: { id: await upload(GOOD) }, body: order(most + 1) });
    expect(refused.status).toBe(422);
    expect(ProblemSchema.parse(await refused.json()).faults?.map(({ parameter }) => parameter)).toEqual([
      field,
    ]);
  });

  it("for a file that nobody brought finds none", async () => {
    for (const id of [
      "before\0after",
      "../../etc/passwd",
      "x".repeat(10_000),
      "0".repeat(36),
      "-".repeat(36),
    ]) {
      expect((await ask(preview, "POST", { params: { id }, body: READING })).status).toBe(404);
      expect((await ask(run, "POST", { params: { id }, body: ORDER })).status).toBe(404);
    }
  });
});
