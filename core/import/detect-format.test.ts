import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTable, toFixturePath } from "@/test/fixtures/import/read-table";
import { gleditschWardToCountryCode, toCountryCode } from "./country-code";
import { detectJsonFormat, detectTableFormat } from "./detect-format";
import { FORMATS } from "./formats";

describe("the format of a table", () => {
  it.each([
    ["ucdp-ged-41-columns.csv", "ucdp", 41],
    ["ucdp-ged-49-columns.csv", "ucdp", 49],
    ["leader-travel.csv", "csv", 9],
    ["timelinejs-sheet.csv", "timelinejs-csv", 18],
  ])("of %s is %s", (file, name, width) => {
    const [header = []] = readTable(toFixturePath(file));
    expect(detectTableFormat(header)).toMatchObject({ format: { name }, shape: { header, width } });
  });

  it("shows without a header too", () => {
    for (const file of ["ucdp-ged-41-columns.csv", "ucdp-ged-49-columns.csv"]) {
      const [, first = []] = readTable(toFixturePath(file));
      expect(detectTableFormat(first)).toMatchObject({ format: { name: "ucdp" }, shape: { header: null } });
    }
  });

  it.each([
    [["Title", "date"], "dateline"],
    [["title", "date", "colour"], "csv"],
    [["event_id_cnty", "event_date", "event_type", "actor1", "latitude", "longitude"], "acled"],
    [["data_id", "EVENT_DATE", "EVENT_TYPE", "ACTOR1", "LATITUDE", "LONGITUDE"], "acled"],
    [[""], "csv"],
  ])("with %j is %s", (header, name) => {
    expect(detectTableFormat(header).format.name).toBe(name);
  });
});

describe("the format of JSON", () => {
  it("is told by its members", () => {
    const timeline: unknown = JSON.parse(readFileSync(toFixturePath("timelinejs.json"), "utf8"));
    expect(detectJsonFormat(timeline)?.name).toBe("timelinejs-json");
    expect(detectJsonFormat({ type: "FeatureCollection" })?.name).toBe("geojson");
    expect(detectJsonFormat({ type: "Feature" })?.name).toBe("geojson");
    expect(detectJsonFormat({ events: [{ at: 1 }] })).toBeNull();
    expect(detectJsonFormat([1])).toBeNull();
    expect(detectJsonFormat(null)).toBeNull();
  });
});

describe("all formats", () => {
  it("have names of their own", () => {
    expect(new Set(FORMATS.map(({ name }) => name)).size).toBe(FORMATS.length);
    expect(FORMATS.filter(({ notice }) => notice !== null).map(({ name }) => name)).toEqual([
      "ucdp",
      "acled",
    ]);
  });
});

describe("a country", () => {
  it.each([
    ["SY", "SY"],
    ["sy", "SY"],
    ["760", "SY"],
    ["4", "AF"],
    ["Syria", "SY"],
    ["DR Congo (Zaire)", "CD"],
    ["Myanmar (Burma)", "MM"],
    ["Cote d'Ivoire", "CI"],
    ["Macedonia, FYR", "MK"],
    ["Kingdom of eSwatini (Swaziland)", "SZ"],
    ["Bosnia-Herzegovina", "BA"],
    ["UK", "GB"],
    ["Ruritania", null],
    ["", null],
  ])("called %j is %s", (text, code) => {
    expect(toCountryCode(text)).toBe(code);
  });

  it("may be called by Gleditsch and Ward's number", () => {
    expect(["652", "680", "260", "999"].map(gleditschWardToCountryCode)).toEqual(["SY", "YE", "DE", null]);
  });
});
