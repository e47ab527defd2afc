import { describe, expect, it } from "vitest";
import { OPTIONS, toFaults, toPassage, toRow } from "@/test/fixtures/import/options";
import { readTable, toFixturePath } from "@/test/fixtures/import/read-table";
import type { RecordReader } from "./format";
import { MAPPED_CSV } from "./mapped-csv";
import type { Mapping } from "./mapping";
import { proposeMapping } from "./propose-mapping";

function toReader(header: readonly string[], mapping: Mapping | null): RecordReader {
  const reader = MAPPED_CSV.toReader({ header, width: header.length }, { ...OPTIONS, mapping });
  if (typeof reader === "string") throw new Error(reader);
  return reader;
}

const HEADER = ["What", "When", "Until", "X", "Y", "Who"];
const MAPPING: Mapping = {
  columns: {
    title: "What",
    quotation: "What",
    date: "When",
    end: "Until",
    lon: "X",
    lat: "Y",
    actors: "Who",
  },
  dateOrder: "dmy",
  actorKind: "state",
};

describe("a table by a mapping", () => {
  it("is read by the mapping's columns", () => {
    const row = toRow(toReader(HEADER, MAPPING)(["Siege", "3/4/2022", "5/4/2022", "1.5", "2", "A; B"], 2));
    expect(row).toMatchObject({
      title: "Siege",
      edtf: "2022-04-03/2022-04-05",
      place: { name: "2, 1.5", lon: 1.5, lat: 2, precision: "exact" },
      actors: [
        { name: "A", kind: "state", role: "" },
        { name: "B", kind: "state", role: "" },
      ],
      text: "What: Siege\nWhen: 3/4/2022\nUntil: 5/4/2022\nX: 1.5\nY: 2\nWho: A; B",
    });
    expect(toPassage(row)).toBe("Siege");
  });

  it("names faults by the file's own columns", () => {
    const read = toReader(HEADER, { ...MAPPING, dateOrder: null });
    expect(toFaults(read(["Siege", "3/4/2022", "", "1,5", "", ""], 2))).toMatchObject([
      { column: "When", value: "3/4/2022", reason: expect.stringMatching(/day or month/) },
      { column: "X", value: "1,5", reason: expect.stringMatching(/decimal/) },
      { column: "Y", reason: expect.stringMatching(/missing/) },
    ]);
  });

  it("is refused where the mapping does not fit", () => {
    const refusal = (mapping: Partial<Mapping>) =>
      MAPPED_CSV.toReader({ header: HEADER, width: 6 }, { ...OPTIONS, mapping: { ...MAPPING, ...mapping } });
    expect(refusal({ columns: { title: "Title" } })).toMatch(/no column “Title”/);
    expect(refusal({ columns: { date: "When" } })).toMatch(/gives the events a name/);
    expect(refusal({ keyWithin: "Kind" })).toMatch(/no column “Kind”/);
    expect(MAPPED_CSV.toReader({ header: null, width: 6 }, OPTIONS)).toMatch(/names of the columns/);
  });

  it("files what others call otherwise under the categories", () => {
    const read = toReader(["title", "event type"], null);
    const categories = ["Airstrike", "State visit", "Press briefing", "Election", "Weather"].map(
      (type) => toRow(read(["T", type], 2)).category,
    );
    expect(categories).toEqual(["military", "diplomacy", "statement", "institution", "other"]);
  });
});

describe("a proposed mapping", () => {
  it.each([
    [
      ["ID", "Event Name", "Start Date", "End_Date", "Latitude", "Longitude", "Source URL"],
      {
        key: "ID",
        title: "Event Name",
        date: "Start Date",
        end: "End_Date",
        lat: "Latitude",
        lon: "Longitude",
        url: "Source URL",
      },
    ],
    // TimeMap
    [
      ["desc", "date", "time", "location", "lat", "long", "source", "filters", "category"],
      {
        quotation: "desc",
        date: "date",
        place: "location",
        lat: "lat",
        lon: "long",
        publisher: "source",
        category: "category",
      },
    ],
    // Timesketch
    [["message", "datetime", "timestamp_desc"], { title: "message", date: "datetime" }],
    [["a", "b"], {}],
  ])("of %j", (header, columns) => {
    expect(proposeMapping(header).columns).toEqual(columns);
  });

  it("reads a joined list of travels, whose ids count within its kinds", () => {
    const [header = [], ...records] = readTable(toFixturePath("leader-travel.csv"));
    expect(proposeMapping(header)).toMatchObject({ keyWithin: "kind", actorKind: "person", dateOrder: null });
    const read = toReader(header, null);
    const rows = records.map((record, at) => toRow(read(record, at + 2)));
    expect(rows).toHaveLength(20);
    expect(rows[0]).toMatchObject({
      key: "travel 1788",
      title: "Gathered information on the fisheries question during a vacation trip.",
      category: "diplomacy",
      edtf: "1905-08-01/1905-08-31",
      place: null,
      actors: [{ name: "Elihu Root", kind: "person", role: "" }],
    });
    expect(new Set(rows.map(({ key }) => key)).size).toBe(20);
  });

  it("calls an event without a title by its actors and place", () => {
    const read = toReader(["id", "person", "country", "text"], null);
    expect(toRow(read(["1", "Charlotte", "Luxembourg", ""], 2)).title).toBe("Charlotte, Luxembourg");
  });
});
