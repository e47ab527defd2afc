import { describe, expect, it } from "vitest";
import { OPTIONS, toFaults, toPassage, toRow } from "@/test/fixtures/import/options";
import { ACLED } from "./acled";
import type { RecordReader } from "./format";

const COLUMNS =
  "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp".split(
    ",",
  );
const RECORD: Readonly<Record<string, string>> = {
  event_id_cnty: "ABC1",
  event_date: "24 February 2022",
  time_precision: "1",
  event_type: "Battles",
  sub_event_type: "Armed clash",
  actor1: "Military Forces of Ruritania",
  assoc_actor_1: "Guards; Scouts",
  inter1: "State Forces",
  actor2: "Rebels",
  inter2: "Rebel Group",
  iso: "804",
  country: "Ukraine",
  admin1: "Kharkiv",
  location: "Kharkiv",
  latitude: "49.98",
  longitude: "36.25",
  geo_precision: "1",
  source: "Gazette; Herald",
  notes: "On 24 February 2022, the forces clashed 😀.",
  timestamp: "1645747200",
};

function toReader(header: readonly string[]): RecordReader {
  const reader = ACLED.toReader({ header, width: header.length }, OPTIONS);
  if (typeof reader === "string") throw new Error(reader);
  return reader;
}

const read = toReader(COLUMNS);
const toRecord = (changes: Readonly<Record<string, string>>) =>
  COLUMNS.map((name) => changes[name] ?? RECORD[name] ?? "");
const rowOf = (changes: Readonly<Record<string, string>>) => toRow(read(toRecord(changes), 2));

describe("an event of ACLED", () => {
  it("is what its columns say", () => {
    const row = rowOf({});
    expect(row).toMatchObject({
      key: "ABC1",
      title: "Armed clash, Kharkiv",
      category: "military",
      edtf: "2022-02-24",
      place: { name: "Kharkiv", lon: 36.25, lat: 49.98, precision: "exact", countryCode: "UA" },
      assertion: "occurred",
      source: {
        title: "Armed clash, Kharkiv (ACLED ABC1)",
        publisher: "ACLED",
        byline: "Gazette; Herald",
        publishedOn: "2022-02-25",
      },
      timeWords: "24 February 2022",
    });
    expect(toPassage(row)).toBe(RECORD.notes);
  });

  it("names its sides, and who was with them", () => {
    expect(rowOf({ actor2: "Scouts" }).actors).toEqual([
      { name: "Military Forces of Ruritania", kind: "state", role: "actor 1" },
      { name: "Guards", kind: "organisation", role: "with actor 1" },
      { name: "Scouts", kind: "organisation", role: "with actor 1" },
    ]);
    expect(rowOf({ inter1: "1" }).actors[0]).toMatchObject({ kind: "state" });
  });

  it.each([
    ["24 February 2022", "1", "2022-02-24"],
    ["2022-02-24", "1", "2022-02-24"],
    ["24-02-2022", "1", "2022-02-24"],
    ["03-02-2022", "1", "2022-02-03"],
    ["24 February 2022", "2", "2022-02-21~/2022-02-27~"],
    ["0001-01-02", "2", "0001-01-02~"],
    ["24 February 2022", "3", "2022-02"],
  ])("on %s of the precision %s is dated %s", (event_date, time_precision, edtf) => {
    expect(rowOf({ event_date, time_precision }).edtf).toBe(edtf);
  });

  it.each([
    ["1", "exact", null],
    ["2", "region", 30],
    ["3", "region", 100],
  ])("is as precise in space as geo_precision %s", (geo_precision, precision, radiusKm) => {
    expect(rowOf({ geo_precision }).place).toMatchObject({ precision, radiusKm });
  });

  it.each([
    ["Protests", "Peaceful protest", "other"],
    ["Strategic developments", "Agreement", "diplomacy"],
    ["Strategic developments", "Arrests", "other"],
    ["Explosions/Remote violence", "Shelling/artillery/missile attack", "military"],
    ["Battle-No change of territory", "", "military"],
  ])("of %s, %s, is %s", (event_type, sub_event_type, category) => {
    expect(rowOf({ event_type, sub_event_type }).category).toBe(category);
  });

  it("keeps a byline within its limit", () => {
    const source = Array.from({ length: 60 }, (_, at) => `Newspaper ${at}`).join("; ");
    expect(rowOf({ source }).source.byline).toMatch(/^Newspaper 0; .*; Newspaper \d+ and \d+ more$/);
    expect(rowOf({ source }).source.byline?.length).toBeLessThanOrEqual(500);
  });

  it("is read from older files too", () => {
    const header = ["data_id", "event_date", "event_type", "actor1", "latitude", "longitude", "iso3"];
    const row = toRow(
      toReader(header)(["9", "01-April-2018", "Riots/Protests", "Crowd", "1", "2", "KEN"], 5),
    );
    expect(row).toMatchObject({ key: "9", edtf: "2018-04-01", category: "other", title: "Riots/Protests" });
    expect(toPassage(row)).toBe(row.text);
  });
});

describe("a fault of a row of ACLED", () => {
  it.each([
    ["event_date", "", /missing/],
    ["event_date", "31 February 2022", /not a day/],
    ["event_date", "2022", /no single day/],
    ["time_precision", "4", /1 to 3/],
    ["geo_precision", "0", /1 to 3/],
    ["latitude", "-91", /±90/],
    ["event_id_cnty", "", /empty/],
  ])("names %s %j", (column, value, reason) => {
    expect(toFaults(read(toRecord({ [column]: value }), 3))).toMatchObject([
      { line: 3, column, value, reason: expect.stringMatching(reason) },
    ]);
  });

  it("is the file's where it has no header, no ids or no dates", () => {
    expect(ACLED.toReader({ header: null, width: 31 }, OPTIONS)).toMatch(/columns are missing/);
    expect(ACLED.toReader({ header: COLUMNS.slice(1), width: 30 }, OPTIONS)).toMatch(/event_id_cnty/);
    expect(ACLED.toReader({ header: COLUMNS.slice(2), width: 29 }, OPTIONS)).toMatch(/event_date/);
  });
});
