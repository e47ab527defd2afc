import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPTIONS, toFaults, toPassage, toRow } from "@/test/fixtures/import/options";
import { readTable } from "@/test/fixtures/import/read-table";
import { ACTOR_KINDS } from "../record/vocabulary";
import { formatActors, parseActors } from "./dateline-actors";
import { DATELINE_CSV } from "./dateline-csv";
import type { RecordReader } from "./format";
import { FIELDS } from "./mapping";

function toReader(header: readonly string[]): RecordReader {
  const reader = DATELINE_CSV.toReader({ header, width: header.length }, OPTIONS);
  if (typeof reader === "string") throw new Error(reader);
  return reader;
}

const read = toReader(FIELDS);
const toRecord = (cells: Readonly<Record<string, string>>) => FIELDS.map((field) => cells[field] ?? "");
const rowOf = (cells: Readonly<Record<string, string>>) => toRow(read(toRecord({ title: "T", ...cells }), 2));

describe("the template", () => {
  const [header = [], ...records] = readTable(
    fileURLToPath(new URL("../../public/dateline-template.csv", import.meta.url)),
  );
  const rows = records.map((record, at) => toRow(toReader(header)(record, at + 2)));

  it("has all columns but the second of the two for dates", () => {
    expect(header).toEqual(FIELDS.filter((field) => field !== "end"));
  });

  it("writes everything that a row can hold", () => {
    expect(rows[0]).toMatchObject({
      key: "talks-1",
      title: "The envoys meet in Strelsau",
      category: "diplomacy",
      edtf: "2023-01-29",
      place: {
        name: "Strelsau",
        lon: 14.42,
        lat: 50.08,
        precision: "city",
        radiusKm: null,
        countryCode: "CZ",
        zone: "Europe/Prague",
      },
      actors: [
        { name: "Rudolf Rassendyll", kind: "person", role: "envoy" },
        { name: "Ruritania", kind: "state", role: "" },
      ],
      assertion: "occurred",
      source: {
        title: "Envoys meet",
        publisher: "The Gazette",
        byline: "Ada Flint",
        url: "https://example.org/envoys",
        language: "en",
        publishedOn: "2023-01-30",
      },
      timeWords: "on Sunday",
    });
  });

  it("quotes each quotation", () => {
    const quotation = header.indexOf("quotation");
    expect(rows.map(toPassage)).toEqual(records.map((record) => record[quotation]));
    expect(rows.map(({ edtf }) => edtf)).toEqual(["2023-01-29", "2023-02~", "2022-06/2022-08", null]);
    expect(rows[2]?.place).toMatchObject({ precision: "region", radiusKm: 60 });
    expect(rows[1]?.place).toBeNull();
  });
});

describe("a row", () => {
  it("needs only a title", () => {
    const row = rowOf({});
    expect(row).toMatchObject({
      key: expect.stringMatching(/^digest/),
      category: "other",
      edtf: null,
      place: null,
      assertion: "occurred",
      source: { title: "T", publisher: "The Gazette", language: "en", publishedOn: null },
      text: "title: T",
    });
    expect(toPassage(row)).toBe("T");
  });

  it("may have its dates in two cells", () => {
    expect(rowOf({ date: "2022-01", end: "2022-03" }).edtf).toBe("2022-01/2022-03");
    expect(rowOf({ end: "2022-03" }).edtf).toBe("../2022-03");
  });

  it("loses the apostrophe that kept a formula from being one", () => {
    expect(rowOf({ title: "'=1+1", quotation: "'tis", publisher: "'@home" })).toMatchObject({
      title: "=1+1",
      text: "title: =1+1\npublisher: @home\nquotation: 'tis",
    });
  });

  it("quotes without the space around the quotation, in code points", () => {
    const row = rowOf({ title: "😀", quotation: " “😀 so” \n", time_words: "so" });
    expect(toPassage(row)).toBe("“😀 so”");
    expect(row.start).toBe([..."title: 😀\nquotation:  "].length);
  });

  it.each([
    [{ title: " " }, "title", /empty/],
    [{ title: "x".repeat(2001) }, "title", /at most 2000/],
    [{ category: "sport" }, "category", /no such category/],
    [{ assertion: "maybe" }, "assertion", /no such assertion/],
    [{ date: "24 February 2022" }, "date", /not a date/],
    [{ date: "2022-13" }, "date", /month 13/],
    [{ date: "-0044" }, "date", /BCE/],
    [{ date: "2022-02", end: "2022-01" }, "end", /ends before/],
    [{ lat: "91", lon: "1" }, "lat", /±90/],
    [{ lat: "1" }, "lon", /missing/],
    [{ place_precision: "street" }, "place_precision", /no such precision/],
    [{ radius_km: "5" }, "radius_km", /region/],
    [{ radius_km: "-5", place_precision: "region" }, "radius_km", /up to 20038/],
    [{ zone: "Ruritania/Strelsau" }, "zone", /time zone/],
    [{ actors: "A|robot" }, "actors", /kind of actor/],
    [{ actors: "|person" }, "actors", /no name/],
    [{ actors: "A|person|b|c" }, "actors", /more than/],
    [{ url: "javascript:alert(1)" }, "url", /https/],
    [{ language: "e" }, "language", /BCP 47/],
    [{ published: "2022-02" }, "published", /no single day/],
    [{ time_words: "Sunday" }, "time_words", /does not say/],
    [{ quotation: "x".repeat(20_001) }, "quotation", /at most 20000/],
    [{ quotation: "a\ud800" }, "quotation", /surrogate/],
  ])("is refused for %j", (cells, column, reason) => {
    expect(toFaults(read(toRecord({ title: "T", ...cells }), 3))).toContainEqual({
      line: 3,
      column,
      value: expect.any(String),
      reason: expect.stringMatching(reason),
    });
  });

  it("is whole or refused, whatever its cells", () => {
    const cell = fc.oneof(
      fc.constant(""),
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("1", "2022"),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: FIELDS.length, maxLength: FIELDS.length }), (cells) => {
        const result = read(cells, 1);
        if ("faults" in result) expect(result.faults.length).toBeGreaterThan(0);
        else {
          const passage = toPassage(result.row);
          expect(passage).toBe(passage.trim());
          expect(result.row.text).toContain(passage);
          expect(passage).not.toBe("");
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("a file", () => {
  it.each([
    [["title", "tilte"], /“tilte” is no column/],
    [["title", "title"], /twice/],
    [["key"], /“title” is missing/],
  ])("with the columns %j is refused", (header, reason) => {
    expect(DATELINE_CSV.toReader({ header, width: header.length }, OPTIONS)).toMatch(reason);
  });

  it("is refused without a header", () => {
    expect(DATELINE_CSV.toReader({ header: null, width: 3 }, OPTIONS)).toMatch(/begins with the names/);
  });
});

describe("actors", () => {
  it("are read as they are written", () => {
    const word = fc
      .string({ minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== "");
    const actor = fc.record({
      name: word,
      kind: fc.constantFrom(...ACTOR_KINDS),
      role: fc.oneof(word, fc.constant("")),
    });
    fc.assert(
      fc.property(fc.array(actor), (actors) => {
        expect(parseActors(formatActors(actors))).toEqual(actors);
      }),
    );
  });
});
