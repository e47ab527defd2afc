import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OPTIONS, toFaults, toPassage, toRow } from "@/test/fixtures/import/options";
import { readTable, toFixturePath } from "@/test/fixtures/import/read-table";
import type { RecordReader } from "./format";
import { TIMELINEJS_CSV } from "./timelinejs-csv";
import { TIMELINEJS_JSON } from "./timelinejs-json";

const HEADER =
  "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background".split(
    ",",
  );

function toReader(header: readonly string[]): RecordReader {
  const reader = TIMELINEJS_CSV.toReader({ header, width: header.length }, OPTIONS);
  if (typeof reader === "string") throw new Error(reader);
  return reader;
}

const read = toReader(HEADER);
const toRecord = (cells: Readonly<Record<string, string>>) => HEADER.map((name) => cells[name] ?? "");

describe("a row of the sheet", () => {
  it.each([
    [{ Year: "1815" }, "1815"],
    [{ Year: "1,943", Month: "7" }, "1943-07"],
    [{ Year: "867", Month: "1", Day: "2" }, "0867-01-02"],
    [{ Year: "1815", Month: "12", Day: "10", Time: "17:05" }, "1815-12-10T17:05"],
    [{ Year: "1815", Month: "12", Day: "10", Time: "5:05:30 PM" }, "1815-12-10T17:05:30"],
    [{ Year: "1815", Month: "12", Day: "10", Time: "00:00" }, "1815-12-10"],
    [{ Year: "1815", Month: "12", Day: "10", "End Year": "1852", "End Month": "11" }, "1815-12-10/1852-11"],
    [{}, null],
  ])("dated %j is of %s", (cells, edtf) => {
    expect(toRow(read(toRecord({ Headline: "H", ...cells }), 2)).edtf).toBe(edtf);
  });

  it.each([
    [{ Year: "-44" }, "Year", /BCE/],
    [{ Year: "0" }, "Year", /BCE/],
    [{ Year: "12000" }, "Year", /1 to 9999/],
    [{ Year: "MMXX" }, "Year", /whole number/],
    [{ Year: "2020", Month: "13" }, "Year", /1 to 12/],
    [{ Year: "2020", Month: "22" }, "Year", /1 to 12/],
    [{ Year: "2020", Day: "3" }, "Year", /no month/],
    [{ Year: "2020", Month: "2", Day: "30" }, "Year", /not a day/],
    [{ Year: "2020", Month: "2", Day: "3", Time: "noon" }, "Year", /not a time/],
    [{ Month: "2" }, "Year", /no year/],
    [{ Year: "2020", "End Year": "2019" }, "End Year", /ends before/],
    [{ "End Year": "2019" }, "End Year", /no start/],
    [{ Year: "1815", "End Month": "3" }, "End Year", /no year/],
  ])("dated %j is refused", (cells, column, reason) => {
    expect(toFaults(read(toRecord({ Headline: "H", ...cells }), 2))).toMatchObject([
      { line: 2, column, reason: expect.stringMatching(reason) },
    ]);
  });

  it("is text without its markup", () => {
    const row = toRow(
      read(
        toRecord({
          Year: "1948",
          Headline: "<b>Edith</b> Clarke &amp; co",
          Text: "<p>One &lt;b&gt;</p><p>Two</p><script>alert(1)</script>",
          Media: "https://example.org/a?b=1&c=2",
          "Media Credit": "<a href='https://example.org'>Museum</a>",
        }),
        2,
      ),
    );
    expect(row).toMatchObject({
      title: "Edith Clarke & co",
      source: { url: "https://example.org/a?b=1&c=2", byline: "Museum" },
      category: "other",
      place: null,
    });
    expect(toPassage(row)).toBe("One <b>\nTwo");
    expect(row.text).toContain("Media: https://example.org/a?b=1&c=2");
  });

  it("is called by the beginning of its text, or what else there is, without a headline", () => {
    const words = "word ".repeat(40);
    expect(toRow(read(toRecord({ Text: words }), 2)).title).toMatch(/^word .*word…$/);
    expect(toRow(read(toRecord({ "Display Date": "Long ago" }), 2)).title).toBe("Long ago");
    expect(toFaults(read(toRecord({ Year: "2020" }), 2))).toMatchObject([{ column: "Headline" }]);
  });

  it("has year, month and day where they stand, and the others by name", () => {
    const header = ["Jahr", "Monat", "Tag", "headline", "endyear", "alttext"];
    expect(toRow(toReader(header)(["1990", "10", "3", "H", "1991", "alt"], 2)).edtf).toBe("1990-10-03/1991");
    expect(TIMELINEJS_CSV.toReader({ header: ["Year"], width: 1 }, OPTIONS)).toMatch(/headline/);
    expect(TIMELINEJS_CSV.toReader({ header: null, width: 18 }, OPTIONS)).toMatch(/columns are missing/);
  });
});

describe("the sample timelines", () => {
  it("are read whole from the sheet", () => {
    const [header = [], ...records] = readTable(toFixturePath("timelinejs-sheet.csv"));
    const rows = records.map((record, at) => toRow(toReader(header)(record, at + 2)));
    expect(rows.map(({ edtf }) => edtf)).toEqual([
      null,
      "1815-12-10/1852-11-27",
      "1948-03-14",
      "1943-07/1946",
      "1943-06-05",
      "1951",
      "1952",
      "1956/1962",
      "1958",
      "1972",
      "1985",
    ]);
    for (const row of rows) expect(row.text).not.toMatch(/<\/?[a-z]/);
  });

  it("are read whole from JSON", () => {
    const file: unknown = JSON.parse(readFileSync(toFixturePath("timelinejs.json"), "utf8"));
    const elements = TIMELINEJS_JSON.toElements(file);
    if (typeof elements === "string") throw new Error(elements);
    const rows = elements.map((element, at) => toRow(TIMELINEJS_JSON.toReader(OPTIONS)(element, at + 1)));
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatchObject({ title: "YouTube Videos", edtf: "1901", line: 1 });
    for (const row of rows) expect(row.text).not.toMatch(/<\/?[a-z]/);
  });
});

describe("a slide in JSON", () => {
  const readSlide = TIMELINEJS_JSON.toReader(OPTIONS);

  it("is an event, as an era is", () => {
    const slide = {
      start_date: { year: 2020, month: "2", day: 3, hour: 17, minute: 5 },
      end_date: { year: "2020", month: "2", day: "4" },
      text: { headline: "H", text: "T" },
      unique_id: "u",
    };
    expect(toRow(readSlide(slide, 3))).toMatchObject({
      key: "u",
      edtf: "2020-02-03T17:05/2020-02-04",
      line: 3,
    });
    const era = { start_date: { year: "1990" }, end_date: { year: "1999" }, text: { headline: "Era" } };
    expect(TIMELINEJS_JSON.toElements({ events: [slide], eras: [era] })).toEqual([slide, era]);
    expect(TIMELINEJS_JSON.toElements({})).toMatch(/events/);
  });

  it("is refused where it is none, or lies before the year 1", () => {
    expect(toFaults(readSlide(7, 1))).toMatchObject([{ column: "events" }]);
    expect(toFaults(readSlide({ start_date: { year: "-500" }, text: { headline: "H" } }, 1))).toMatchObject([
      { column: "start_date", value: "-500", reason: expect.stringMatching(/BCE/) },
    ]);
  });
});
