import { describe, expect, it } from "vitest";
import { OPTIONS, toFaults, toPassage, toRow } from "@/test/fixtures/import/options";
import { readTable, toFixturePath } from "@/test/fixtures/import/read-table";
import type { RecordReader, TableShape } from "./format";
import { UCDP } from "./ucdp";
import { UCDP_COLUMNS } from "./ucdp-columns";

const NAMES = UCDP_COLUMNS.get(49) ?? [];
const RECORD: Readonly<Record<string, string>> = {
  id: "7",
  code_status: "Clear",
  type_of_violence: "1",
  dyad_name: "Government of Syria - IS",
  side_a: "Government of Syria",
  side_b: "IS",
  source_article: '"Reuters,2016-03-02,Siege; ten dead";"AFP,2016-03-03,Town falls"',
  source_office: "Reuters;AFP",
  source_date: "2016-03-02;2016-03-03",
  source_headline: "Siege; ten dead;Town falls",
  where_prec: "1",
  where_coordinates: "Aleppo town",
  adm_1: "Aleppo governorate",
  latitude: "36.2",
  longitude: "37.16",
  country: "Syria",
  country_id: "652",
  event_clarity: "1",
  date_prec: "1",
  date_start: "2016-03-01 00:00:00.000",
  date_end: "2016-03-01 00:00:00.000",
  best: "10",
};

function toReader(shape: TableShape): RecordReader {
  const reader = UCDP.toReader(shape, OPTIONS);
  if (typeof reader === "string") throw new Error(reader);
  return reader;
}

const read = toReader({ header: NAMES, width: 49 });
const toRecord = (changes: Readonly<Record<string, string>>) =>
  NAMES.map((name) => changes[name] ?? RECORD[name] ?? "NA");
const rowOf = (changes: Readonly<Record<string, string>>) => toRow(read(toRecord(changes), 2));

describe("an event of UCDP", () => {
  it("is what its columns say", () => {
    expect(rowOf({})).toMatchObject({
      key: "7",
      line: 2,
      title: "Government of Syria - IS, Aleppo town",
      category: "military",
      edtf: "2016-03-01",
      place: {
        name: "Aleppo town",
        lon: 37.16,
        lat: 36.2,
        precision: "exact",
        radiusKm: null,
        countryCode: "SY",
        zone: null,
      },
      actors: [
        { name: "Government of Syria", kind: "state", role: "side A" },
        { name: "IS", kind: "organisation", role: "side B" },
      ],
      assertion: "occurred",
      source: {
        title: "Siege; ten dead",
        publisher: "Reuters",
        byline: "Uppsala Conflict Data Program",
        publishedOn: "2016-03-02",
      },
    });
  });

  it("has its row as text, and quotes the first headline", () => {
    const row = rowOf({});
    expect(row.text.split("\n").slice(0, 3)).toEqual(["id: 7", "relid: NA", "year: NA"]);
    expect(toPassage(row)).toBe("Siege; ten dead");
    expect(toPassage(rowOf({ side_a: "𝔄𝔅 ’", source_headline: " 😀 falls\t" }))).toBe("😀 falls");
  });

  it.each([
    ["one headline with semicolons", "A; b; c", "2016-03-02", "whatever", "A; b; c"],
    ["as many as there are days", "A;b", "2016-03-02;2016-03-03", "NA", "A"],
    ["more semicolons than days", "A; b;c", "2016-03-02;2016-03-03", "NA", "A; b;c"],
  ])("quotes %s", (_, source_headline, source_date, source_article, passage) => {
    expect(toPassage(rowOf({ source_headline, source_date, source_article }))).toBe(passage);
  });

  it("quotes the article's note where it has no headline, and all where it has neither", () => {
    const old = { source_headline: "NA", source_office: "NA", source_date: "NA" };
    const row = rowOf({ ...old, source_article: "Reuters 1989-05-17" });
    expect(toPassage(row)).toBe("Reuters 1989-05-17");
    expect(row.source).toMatchObject({
      title: "UCDP GED, event 7",
      publisher: "Uppsala Conflict Data Program",
      byline: null,
      publishedOn: null,
    });
    const bare = rowOf({ ...old, source_article: "NA" });
    expect(toPassage(bare)).toBe(bare.text);
  });

  it.each([
    ["1", "2016-03-01", "2016-03-01", "2016-03-01"],
    ["1", "2016-03-01", "2016-03-02", "2016-03-01/2016-03-02"],
    ["2", "2016-03-01", "2016-03-04", "2016-03-01~/2016-03-04~"],
    ["3", "2016-03-01", "2016-03-07", "2016-03-01~/2016-03-07~"],
    ["4", "2016-02-01", "2016-02-29", "2016-02"],
    ["4", "2016-02-01", "2016-02-28", "2016-02-01~/2016-02-28~"],
    ["5", "2016-01-01", "2016-12-31", "2016"],
    ["5", "2016-02-01", "2016-04-10", "2016-02-01~/2016-04-10~"],
    ["2", "2016-03-01", "2016-03-01", "2016-03-01~"],
    ["1", "NA", "NA", null],
  ])("is as precise in time as date_prec %s from %s to %s", (date_prec, date_start, date_end, edtf) => {
    expect(rowOf({ date_prec, date_start, date_end }).edtf).toBe(edtf);
  });

  it.each([
    ["1", "exact", null],
    ["2", "region", 25],
    ["3", "region", 30],
    ["4", "region", 100],
    ["5", "region", 100],
    ["6", "country", null],
    ["7", "region", 370],
  ])("is as precise in space as where_prec %s", (where_prec, precision, radiusKm) => {
    expect(rowOf({ where_prec }).place).toMatchObject({ precision, radiusKm });
  });

  it("is only claimed where UCDP is not clear about it", () => {
    expect(rowOf({ event_clarity: "2" }).assertion).toBe("claimed");
    expect(rowOf({ code_status: "Check deaths" }).assertion).toBe("claimed");
  });

  it("is kept without a place", () => {
    expect(rowOf({ latitude: "NA", longitude: "" }).place).toBeNull();
  });
});

describe("a fault of a row of UCDP", () => {
  it.each([
    ["latitude", "91", /±90/],
    ["longitude", "-180.5", /±180/],
    ["latitude", "NaN", /missing/],
    ["latitude", "36,2", /no decimal number/],
    ["date_start", "2016-13-01", /no day/],
    ["date_start", "0000-01-01", /no day/],
    ["date_start", "2016-03-01 10:30", /no day/],
    ["date_end", "2016-02-01", /ends before/],
    ["date_prec", "6", /1 to 5/],
    ["where_prec", "0", /1 to 7/],
    ["id", "", /empty/],
    ["source_date", "2016-02-30", /no day/],
    ["side_a", "x".repeat(501), /at most 500/],
    ["best", "a\0b", /NUL/],
    ["best", "a\ud800", /surrogate/],
  ])("names %s %j", (column, value, reason) => {
    const faults = toFaults(read(toRecord({ [column]: value }), 3));
    expect(faults).toContainEqual({
      line: 3,
      column,
      value: expect.any(String),
      reason: expect.stringMatching(reason),
    });
    expect(faults.every((fault) => fault.value.length <= 81)).toBe(true);
  });

  it("names them all at once", () => {
    const faults = toFaults(read(toRecord({ latitude: "91", date_start: "x" }), 3));
    expect(faults.map(({ column }) => column)).toEqual(["date_start", "latitude"]);
  });

  it("covers a row that is too short or too long", () => {
    expect(toFaults(read(["1"], 4))).toMatchObject([
      { line: 4, reason: expect.stringMatching(/1 cells.*49/) },
    ]);
  });
});

describe("a file of UCDP", () => {
  it("needs no header if it has one of the known widths", () => {
    const headless = toReader({ header: null, width: 49 });
    expect(toRow(headless(toRecord({}), 1))).toEqual({ ...rowOf({}), line: 1 });
    expect(UCDP.toReader({ header: null, width: 48 }, OPTIONS)).toMatch(/41 or 49/);
  });

  it("is refused without its columns of dates and places", () => {
    expect(UCDP.toReader({ header: ["id"], width: 1 }, OPTIONS)).toMatch(/date_prec/);
  });
});

describe("an extract of the real files", () => {
  it.each(["ucdp-ged-41-columns.csv", "ucdp-ged-49-columns.csv"])("%s is without faults", (file) => {
    const [header = [], ...records] = readTable(toFixturePath(file));
    const readRecord = toReader({ header, width: header.length });
    for (const record of records) {
      const row = toRow(readRecord(record, 1));
      expect(row.text).toContain(toPassage(row));
      expect(row.place?.countryCode).toMatch(/^[A-Z]{2}$/);
      expect(row.edtf).not.toBeNull();
    }
    expect(records.length).toBeGreaterThan(10);
  });
});
