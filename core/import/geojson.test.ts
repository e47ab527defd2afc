import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPTIONS, toFaults, toPassage, toRow } from "@/test/fixtures/import/options";
import { GEOJSON } from "./geojson";

const read = GEOJSON.toReader(OPTIONS);
const POINT = { type: "Point", coordinates: [37.16, 36.2] };
const toFeature = (properties: unknown, geometry: unknown = POINT, more: object = {}) => ({
  type: "Feature",
  properties,
  geometry,
  ...more,
});
const rowOf = (...feature: Parameters<typeof toFeature>) => toRow(read(toFeature(...feature), 1));
const edtfOf = (properties: object, more: object = {}, geometry: unknown = POINT) =>
  rowOf({ title: "T", ...properties }, geometry, more).edtf;

describe("a feature", () => {
  it("is what its properties say", () => {
    const row = rowOf(
      {
        name: "Siege",
        description: " The town is besieged 😀. ",
        category: "military",
        place: "Aleppo",
        country: "Syria",
        actors: ["A", "B"],
        publisher: "Herald",
        url: "https://example.org/a",
        published: "2016-03-02T10:00:00Z",
        date: "2016-03-01",
        nested: { a: 1 },
      },
      POINT,
      { id: 12 },
    );
    expect(row).toMatchObject({
      key: "12",
      title: "Siege",
      category: "military",
      edtf: "2016-03-01",
      place: { name: "Aleppo", lon: 37.16, lat: 36.2, precision: "exact", radiusKm: null, countryCode: "SY" },
      actors: [{ name: "A" }, { name: "B" }],
      source: {
        title: "Siege",
        publisher: "Herald",
        url: "https://example.org/a",
        publishedOn: "2016-03-02",
      },
    });
    expect(toPassage(row)).toBe("The town is besieged 😀.");
    expect(row.text).toContain('nested: {"a":1}');
  });

  it("is kept without a time, a place or a name of its own", () => {
    expect(rowOf({ title: "T" }, null)).toMatchObject({ edtf: null, place: null });
    expect(rowOf({ description: "Shots.\nMore" })).toMatchObject({ title: "Shots." });
    expect(rowOf({ title: "T" }, { type: "MultiPoint", coordinates: [] }).place).toBeNull();
  });

  it("may have properties by the names of JavaScript's own", () => {
    const feature: unknown = JSON.parse(
      '{"type":"Feature","geometry":null,"properties":{"title":"T","__proto__":{"date":"2020"},"constructor":"c"}}',
    );
    const row = toRow(read(feature, 1));
    expect(row).toMatchObject({ title: "T", edtf: null });
    expect(row.text).toBe('title: T\n__proto__: {"date":"2020"}\nconstructor: c');
    expect(toFaults(read(JSON.parse('{"type":"Feature","properties":{},"geometry":null}'), 1))).toMatchObject(
      [{ column: "title" }],
    );
  });
});

describe("the time of a feature", () => {
  it.each([
    ["Dateline", { edtf: "2020-02~", start: "2020-02-01" }, "2020-02~"],
    ["Leaflet.timeline", { start: "2020-01-01", end: "2020-01-03", date: "1999" }, "2020-01-01/2020-01-03"],
    [
      "Leaflet.timeline in milliseconds",
      { start: 1577836800000, end: 1578009600000 },
      "2020-01-01/2020-01-03",
    ],
    ["Leaflet.timeline in years", { start: 1914, end: 1918 }, "1914/1918"],
    ["dates", { start_date: "2020-01-01", end_date: "" }, "2020-01-01"],
    ["an end alone", { start_date: null, end_date: "2020" }, "../2020"],
    [
      "STAC",
      { datetime: null, start_datetime: "2020-01-01T10:00:00Z", end_datetime: "2020-01-02T00:00:00Z" },
      "2020-01-01T10:00:00Z/2020-01-02",
    ],
    ["STAC at once", { datetime: "2020-01-01T10:00:00.5Z" }, "2020-01-01T10:00:00Z"],
    ["TimeDimension", { time: "2020-01-01" }, "2020-01-01"],
    ["TimeDimension's list", { times: [1577836800000, 1577923200000] }, "2020-01-01/2020-01-02"],
    [
      "togeojson's tracks",
      { coordTimes: [["2020-01-01"], ["2020-01-02", "2020-01-04"]] },
      "2020-01-01/2020-01-04",
    ],
    ["its timestamps", { linestringTimestamps: ["2020-01-01"] }, "2020-01-01"],
    ["togeojson", { timespan: { begin: "2020-01", end: "2020-03" } }, "2020-01/2020-03"],
    ["togeojson, open", { timespan: { begin: "2020-01" } }, "2020-01/.."],
    ["togeojson at once", { timestamp: "2020-01-01T00:00:00Z", date: "1999" }, "2020-01-01"],
    ["ACLED", { event_date: "24 February 2022", timestamp: 1645747200 }, "2022-02-24"],
    ["any", { date: "24 Feb 2022" }, "2022-02-24"],
    ["kepler.gl", { timestamp: 1577872800 }, "2020-01-01T10:00:00Z"],
    ["kepler.gl as text", { timestamp: "1577872800000" }, "2020-01-01T10:00:00Z"],
  ])("is %s's", (_, properties, edtf) => {
    expect(edtfOf(properties)).toBe(edtf);
  });

  it.each([
    ["a date", { time: { date: "2020-01-01" } }, "2020-01-01"],
    ["a timestamp", { time: { timestamp: "2020-01-01T10:00:00Z" } }, "2020-01-01T10:00:00Z"],
    ["an interval", { time: { interval: ["2020-01-01", ".."] } }, "2020-01-01/.."],
    ["an open begin", { time: { interval: ["..", "2020-01-01"] } }, "../2020-01-01"],
  ])("is JSON-FG's, with %s", (_, more, edtf) => {
    expect(edtfOf({}, more)).toBe(edtf);
  });

  it.each([
    [[{ start: { in: "1990" }, end: { in: "1995" } }], "1990/1995"],
    [[{ start: { in: "1990" } }], "1990"],
    [[{ start: { earliest: "1990", latest: "1992" } }], "1990~/1992~"],
    [[{ start: { in: "1990" }, end: { earliest: "1993", latest: "1995" } }], "1990/1995~"],
    [
      [
        { start: { in: "1990" }, end: { in: "1991" } },
        { start: { in: "1994" }, end: { in: "1995" } },
      ],
      "1990/1995",
    ],
  ])("is that of Linked Places: %j", (timespans, edtf) => {
    expect(edtfOf({}, { when: { timespans } })).toBe(edtf);
  });

  it("is that of the vertices of a trip", () => {
    const coordinates = [
      [1, 2, 0, 1577836800],
      [1.01, 2.01, 0, 1577923200],
    ];
    expect(edtfOf({}, {}, { type: "LineString", coordinates })).toBe("2020-01-01/2020-01-02");
  });

  it.each([
    [{ start: "2020-01-02", end: "2020-01-01" }, "start", /ends before/],
    [{ date: "0000" }, "date", /BCE/],
    [{ date: 12 }, "date", /year or a Unix time/],
    [{ date: 1e20 }, "date", /no Unix time/],
    [{ date: true }, "date", /neither/],
    [{ date: "3/4/2022" }, "date", /day or month/],
    [{ start: "..", end: ".." }, "start", /both ends/],
  ])("is a fault of %j", (properties, column, reason) => {
    expect(toFaults(read(toFeature({ title: "T", ...properties }), 1))).toMatchObject([
      { line: 1, column, reason: expect.stringMatching(reason) },
    ]);
  });
});

describe("the place of a feature", () => {
  it.each([
    [
      {
        type: "LineString",
        coordinates: [
          [0, 0],
          [2, 0],
        ],
      },
      1,
      0,
      111.2,
    ],
    [
      {
        type: "MultiPoint",
        coordinates: [
          [179, 0],
          [-179, 0],
        ],
      },
      180,
      0,
      111.2,
    ],
    // The two windings of a square.
    [
      {
        type: "Polygon",
        coordinates: [
          [
            [0, -1],
            [2, -1],
            [2, 1],
            [0, 1],
            [0, -1],
          ],
        ],
      },
      1,
      0,
      157.3,
    ],
    [
      {
        type: "Polygon",
        coordinates: [
          [
            [0, -1],
            [0, 1],
            [2, 1],
            [2, -1],
            [0, -1],
          ],
        ],
      },
      1,
      0,
      157.3,
    ],
    [
      {
        type: "MultiPolygon",
        coordinates: [
          [
            [
              [0, -1],
              [2, -1],
              [2, 1],
              [0, 1],
              [0, -1],
            ],
          ],
        ],
      },
      1,
      0,
      157.3,
    ],
    [
      {
        type: "GeometryCollection",
        geometries: [
          {
            type: "LineString",
            coordinates: [
              [0, 0],
              [2, 0],
            ],
          },
        ],
      },
      1,
      0,
      111.2,
    ],
  ])("%j is a region around its centre", (geometry, lon, lat, radiusKm) => {
    const place = rowOf({ title: "T" }, geometry).place;
    expect(place).toMatchObject({ precision: "region" });
    expect(Math.abs(place?.lon ?? 0)).toBeCloseTo(lon);
    expect(place?.lat).toBeCloseTo(lat);
    expect(place?.radiusKm).toBeCloseTo(radiusKm, 0);
  });

  it("is a point where the geometry is as small as a house, or nothing but one vertex", () => {
    const house = {
      type: "LineString",
      coordinates: [
        [1, 1],
        [1.001, 1],
      ],
    };
    expect(rowOf({ title: "T" }, house).place).toMatchObject({ precision: "exact", radiusKm: null });
    const still = {
      type: "LineString",
      coordinates: [
        [1, 1],
        [1, 1],
      ],
    };
    expect(rowOf({ title: "T" }, still).place).toMatchObject({ precision: "exact", lon: 1, lat: 1 });
  });

  it.each([
    [{ type: "Point", coordinates: [36, 91] }, /latitude 91/],
    [{ type: "Point", coordinates: [181, 0] }, /longitude 181/],
    [{ type: "Point", coordinates: ["1", 2] }, /two numbers/],
    [{ type: "Point", coordinates: [1] }, /two numbers/],
    [{ type: "Point" }, /no coordinates/],
    [{ type: "LineString", coordinates: [1, 2] }, /nested/],
    [{ type: "Circle", coordinates: [1, 2] }, /no type/],
    [{ type: "GeometryCollection" }, /collection/],
  ])("is a fault of %j", (geometry, reason) => {
    expect(toFaults(read(toFeature({ title: "T" }, geometry), 1))).toMatchObject([
      { column: "geometry", reason: expect.stringMatching(reason) },
    ]);
  });
});

describe("a file", () => {
  it("is a collection of features, or one", () => {
    expect(GEOJSON.toElements({ type: "FeatureCollection", features: [1, 2] })).toEqual([1, 2]);
    expect(GEOJSON.toElements(toFeature({}))).toHaveLength(1);
    expect(GEOJSON.toElements({ type: "Topology" })).toMatch(/features/);
  });

  it("gives a row or its faults, and no exception, whatever its elements are", () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record({ type: fc.constant("Feature"), properties: fc.jsonValue(), geometry: fc.jsonValue() }),
      fc
        .dictionary(
          fc.constantFrom("title", "start", "end", "time", "times", "when", "date", "url"),
          fc.jsonValue(),
        )
        .map((properties) => toFeature(properties)),
    );
    fc.assert(
      fc.property(anything, (element) => {
        const result = read(element, 1);
        if ("row" in result) expect(toPassage(result.row)).not.toBe("");
        else expect(result.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });
});
