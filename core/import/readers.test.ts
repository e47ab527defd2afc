import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPTIONS, toPassage } from "@/test/fixtures/import/options";
import { LIMITS } from "../record/limits";
import { isWellFormed, lengthInCodePoints } from "../text/code-points";
import { parseDay } from "../time/day";
import { parseWhen } from "../time/edtf";
import { UTC } from "../time/zone";
import { ACLED } from "./acled";
import { DATELINE_CSV } from "./dateline-csv";
import type { TableFormat } from "./format";
import type { ImportRow } from "./import-row";
import { MAPPED_CSV } from "./mapped-csv";
import { FIELDS } from "./mapping";
import { TIMELINEJS_CSV } from "./timelinejs-csv";
import { UCDP } from "./ucdp";
import { UCDP_COLUMNS } from "./ucdp-columns";

const TABLES: readonly (readonly [TableFormat, readonly string[]])[] = [
  [UCDP, UCDP_COLUMNS.get(49) ?? []],
  [UCDP, UCDP_COLUMNS.get(41) ?? []],
  [
    ACLED,
    "event_id_cnty event_date time_precision event_type sub_event_type actor1 inter1 assoc_actor_1 iso location latitude longitude geo_precision source notes timestamp".split(
      " ",
    ),
  ],
  [
    TIMELINEJS_CSV,
    ["Year", "Month", "Day", "Time", "End Year", "End Month", "Headline", "Text", "Media Credit"],
  ],
  [DATELINE_CSV, FIELDS],
  [
    MAPPED_CSV,
    ["id", "kind", "title", "date", "end", "lat", "lon", "place", "person", "text", "url", "published"],
  ],
];

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "NA",
    "1",
    "2",
    "3",
    "7",
    "12",
    "2022",
    "2022-02-24",
    "2022-03-01 00:00:00.000",
    "1-2-2022",
  ),
  fc.constantFrom(
    "36.2",
    "-91",
    "NaN",
    "1e400",
    "24 February 2022",
    "1645747200",
    "99999999999999",
    "a;b; c",
    "<p>x",
  ),
  fc.string({ unit: "grapheme" }),
  // Also what no file in UTF-8 can hold: halves of pairs.
  fc.string({ unit: fc.constantFrom("\0", "\ud83d", "\ude00", "a", ";", " ", "\n", '"') }),
);

/** What the database asks of whatever is stored; it would refuse the whole import for one row. */
function checkRow(row: ImportRow): void {
  const passage = toPassage(row);
  expect(row.start).toBeGreaterThanOrEqual(0);
  expect(lengthInCodePoints(passage)).toBe(row.end - row.start);
  if (row.timeWords !== null) expect(passage).toContain(row.timeWords);
  if (row.edtf !== null) expect(parseWhen(row.edtf, UTC)).toMatchObject({ ok: true });
  if (row.source.publishedOn !== null) expect(parseDay(row.source.publishedOn)).not.toBeNull();
  const texts: readonly (readonly [string | null | undefined, number])[] = [
    [row.key, LIMITS.name],
    [row.title, LIMITS.title],
    [row.text, LIMITS.text],
    [passage, LIMITS.exact],
    [row.source.title, LIMITS.title],
    [row.source.publisher, LIMITS.name],
    [row.source.byline, LIMITS.name],
    [row.source.url, LIMITS.url],
    [row.place?.name, LIMITS.name],
    ...row.actors.map(({ name }) => [name, LIMITS.name] as const),
  ];
  for (const [text, limit] of texts) {
    if (text === null || text === undefined) continue;
    expect(text).not.toBe("");
    expect(lengthInCodePoints(text)).toBeLessThanOrEqual(limit);
    expect(isWellFormed(text)).toBe(true);
    expect(text).not.toContain("\0");
  }
  if (row.place === null) return;
  expect(Math.abs(row.place.lon)).toBeLessThanOrEqual(180);
  expect(Math.abs(row.place.lat)).toBeLessThanOrEqual(90);
  if (row.place.radiusKm !== null) expect(row.place.precision).toBe("region");
}

describe("whatever the cells of a table", () => {
  it.each(TABLES)("the reader %# gives a row that can be stored, or says why not", ({ toReader }, header) => {
    const read = toReader({ header, width: header.length }, OPTIONS);
    if (typeof read === "string") throw new Error(read);
    const record = fc.array(cell, { minLength: header.length, maxLength: header.length });
    fc.assert(
      fc.property(record, fc.integer({ min: 1, max: 1e9 }), (cells, line) => {
        const result = read(cells, line);
        if ("row" in result) {
          expect(result.row.line).toBe(line);
          checkRow(result.row);
          return;
        }
        expect(result.faults.length).toBeGreaterThan(0);
        for (const fault of result.faults) {
          expect(fault.line).toBe(line);
          expect(fault.reason).toMatch(/^[“\p{Lu}\d].*\.$/su);
          expect(fault.value).not.toMatch(/\p{Cc}/u);
        }
      }),
      { numRuns: 150 },
    );
  });
});
