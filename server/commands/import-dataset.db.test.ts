import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Day } from "@/core/time/day";
import { useDatabase } from "@/test/database";
import { toFixturePath } from "@/test/fixtures/import/read-table";
import { auditWhole } from "@/test/imports/audit";
import { FileRefusal } from "../import/file-refusal";
import { LARGEST_JSON_BYTES } from "../import/read-json";
import { loadDataset } from "../queries/load-dataset";
import { type FileOrder, importDataset } from "./import-dataset";

const { db, url } = await useDatabase();
const folder = mkdtempSync(join(tmpdir(), "dateline-dataset-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
function write(content: string | Buffer, name = "file.csv"): string {
  const path = join(folder, `${made++}-${name}`);
  writeFileSync(path, content);
  return path;
}

const bring = (slug: string, path: string, said: Partial<FileOrder> = {}) =>
  importDataset(url, {
    ...{ path, fileName: "file.csv", format: null, mapping: null, dataset: null, publisher: null },
    ...{ language: "en", rejectsPath: null, zone: null, published: null, today: "2024-01-31" as Day },
    ...{ author: "A test", skipsBad: false, isDryRun: false, dossier: { slug, title: null } },
    ...said,
  });

describe("a real file of each format", () => {
  it.each([
    ["ucdp-ged-41-columns.csv", "ucdp", "ucdp"],
    ["ucdp-ged-49-columns.csv", "ucdp", "ucdp"],
    ["timelinejs-sheet.csv", "timelinejs-csv", "timelinejs-csv: timelinejs-sheet"],
    ["timelinejs.json", "timelinejs-json", "timelinejs-json: timelinejs"],
    ["leader-travel.csv", "csv", "csv: leader-travel"],
  ])("%s", async (name, format, dataset) => {
    const slug = name.replace(/\..*/, "");
    const path = toFixturePath(name);
    const report = await bring(slug, path, { fileName: name });
    expect(report).toMatchObject({ outcome: "written", format, dataset, faults: [], rejected: 0 });
    expect(report.added).toBeGreaterThan(0);
    const loaded = await loadDataset(slug, db);
    expect(loaded?.events).toHaveLength(report.added);
    expect(loaded?.dossier).toMatchObject({ title: slug, summary: report.notice ?? "" });
    // Packed it is the same file.
    const packed = write(gzipSync(readFileSync(path)), name);
    expect(await bring(slug, packed, { fileName: `${name}.gz` })).toMatchObject({
      unchanged: report.added,
      added: 0,
      changed: 0,
    });
    await auditWhole(db);
  });

  it("of ACLED, and of GeoJSON", async () => {
    const acled = write(
      "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,country,location,latitude,longitude,geo_precision,source,notes\n" +
        "SYR1,24 February 2022,1,Battles,Armed clash,Military Forces of Syria,Syria,Idleb,35.93,36.63,1,SOHR,Clashes near Idleb.\n",
    );
    expect(await bring("acled", acled)).toMatchObject({ format: "acled", added: 1, faults: [] });
    const point = { type: "Point", coordinates: [36.3, 33.5] };
    const feature = {
      type: "Feature",
      id: 7,
      geometry: point,
      properties: { title: "A march", start: "2020-01-02" },
    };
    const json = JSON.stringify({ type: "FeatureCollection", features: [feature] });
    expect(await bring("geojson", write(json))).toMatchObject({ format: "geojson", added: 1, faults: [] });
    await auditWhole(db);
  });
});

const HEADER = "key,title,date";
const GOOD = `${HEADER}\n1,Élan,2020-01-02\n2,"Said ""no"",\ntwice",2020\n`;

describe("a table", () => {
  it.each<[string, string | Buffer]>([
    ["with a mark", `\ufeff${GOOD}`],
    ["in UTF-16", Buffer.from(`\ufeff${GOOD}`, "utf16le")],
    ["in UTF-16, big end first", Buffer.from(`\ufeff${GOOD}`, "utf16le").swap16()],
    ["with semicolons", GOOD.replaceAll('"",', "~").replaceAll(",", ";").replaceAll("~", '"",')],
    ["with tabs", GOOD.replaceAll('"",', "~").replaceAll(",", "\t").replaceAll("~", '"",')],
    ["with CRLF", GOOD.replaceAll("\n", "\r\n")],
    ["with empty lines", GOOD.replace("\n1", "\n\n\n1")],
    ["without a last line end", GOOD.trimEnd()],
    ["packed, whatever it is called", gzipSync(GOOD)],
  ])("is read %s", async (_, content) => {
    const report = await bring("read", write(content), { isDryRun: true });
    expect(report).toMatchObject({ outcome: "checked", rows: 2, added: 2, faults: [] });
  });

  it("with the line ends of old Macs is read too", async () => {
    const report = await bring("mac", write(`${HEADER}\r1,One,2020\r2,Two,2021\r`), { isDryRun: true });
    expect(report).toMatchObject({ rows: 2, faults: [] });
  });

  it("tells where a bad row begins, past cells of several lines and empty lines", async () => {
    const report = await bring("lines", write(`${HEADER}\n\n1,"a\nb\nc",2020\n2,x,soon\n`));
    expect(report.faults.map(({ line, column }) => [line, column])).toEqual([[6, "date"]]);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ["is empty", "", /^The file is empty\.$/],
    ["is empty but for space", "\n \n", /^The file is empty\.$/],
    ["has a header alone", `${HEADER}\n`, /header and no rows/],
    ["is not UTF-8", Buffer.from(`${HEADER}\n1,\xc9lan,2020\n`, "latin1"), /at byte 17, on line 2/],
    ["has a NUL character", `${HEADER}\n1,a\0b,2020\n`, /NUL character at byte \d+, on line 2/],
    ["has a quotation mark that is not closed", `${HEADER}\n1,"a,2020\n2,b,2020\n`, /never closed/],
    ["has a lone quotation mark", `${HEADER}\n1,a "b,2020\n`, /Line 2 has a quotation mark in the middle/],
    ["has text after a closing mark", `${HEADER}\n1,"a"b,2020\n`, /Line 2 has text after a closing/],
    ["has a row of megabytes", `${HEADER}\n1,${"x".repeat(4_100_000)},2020\n`, /longer than a row may be/],
    ["is packed and cut short", gzipSync(GOOD.repeat(99)).subarray(0, -20), /cannot be unpacked/],
    ["is packed twice", gzipSync(gzipSync(GOOD)), /packed twice/],
    ["is a workbook", Buffer.from("504b030414000600", "hex"), /workbook/],
    ["is a packed workbook", gzipSync(Buffer.from("504b030414000600", "hex")), /workbook/],
    ["is JSON of another kind", `{"a": 1}`, /no format that is known/],
    ["is broken JSON", `{"type": "FeatureCollection", "features": [`, /no JSON/],
    ["is JSON with nothing in it", `{"type": "FeatureCollection", "features": []}`, /no events/],
    ["names no title", "one,two\n1,2\n", /No column gives the events a name/],
  ])("that %s is refused with the reason, and nothing is written", async (_, content, reason) => {
    const refused = bring("refused", write(content));
    await expect(refused).rejects.toThrow(reason);
    await expect(refused).rejects.toBeInstanceOf(FileRefusal);
    expect(await db.dossier.count({ where: { slug: "refused" } })).toBe(0);
  });

  it("names every ragged row", async () => {
    const report = await bring("ragged", write(`${HEADER}\n1,One\n2,Two,2020,more\n3,Three,2020\n`));
    expect(report).toMatchObject({ outcome: "refused", rejected: 2, rows: 3 });
    expect(report.faults.map(({ line }) => line)).toEqual([2, 3]);
  });

  it("may have cells that look like formulas: they stay text", async () => {
    await bring("formula", write(`${HEADER}\n1,=1+1,2020\n2,'=2+2,2020\n`));
    const events = (await loadDataset("formula", db))?.events.map(({ title }) => title);
    expect(events?.toSorted()).toEqual(["=1+1", "=2+2"]);
  });
});

it("refuses more JSON than can be parsed as a whole, before it does", async () => {
  const path = write(
    `{"type":"FeatureCollection","features":["${"x".repeat(LARGEST_JSON_BYTES)}"]}`,
    "large.json",
  );
  await expect(bring("large", path)).rejects.toThrow("more than 64 MiB of JSON");
});

it("takes whatever bytes it is given as a file, or refuses them and leaves nothing", async () => {
  const before = await db.event.count();
  const piece = fc.oneof(
    fc.constantFrom(
      ",",
      ";",
      "\t",
      '"',
      '""',
      "\n",
      "\r",
      "\r\n",
      "\0",
      "\ufeff",
      "=cmd|' /C calc'!A0",
      "😀",
      "é",
    ),
    fc.constantFrom(HEADER, "1,One,2020", "x", "2020-01-02", "{", "[", "null", " "),
    fc.string({ unit: "binary", maxLength: 20 }),
  );
  const bytes = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((pieces) => Buffer.from(`${HEADER}\n${pieces.join("")}`)),
    fc.array(piece, { maxLength: 30 }).map((pieces) => Buffer.from(pieces.join(""), "utf16le")),
    fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
    fc.uint8Array({ maxLength: 100 }).map((array) => gzipSync(array)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      const path = write(content);
      // A dry run reads and checks all that an import does; what it lets pass is then imported for good.
      const outcome = await bring("any", path, { isDryRun: true }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(FileRefusal);
      });
      if (outcome === undefined) return;
      const report = await bring(`any-${made}`, path);
      expect(report).toMatchObject({ faults: outcome.faults });
      expect(await db.dossier.count({ where: { slug: `any-${made}` } })).toBe(
        report.outcome === "written" ? 1 : 0,
      );
    }),
    { numRuns: 60 },
  );
  expect(await db.event.count()).toBeGreaterThanOrEqual(before);
  await auditWhole(db);
}, 120_000);
