import { describe, expect, it } from "vitest";
import type { Day } from "./day";
import { toWhen } from "./edtf";
import { type Instant, toRange } from "./instant";
import { whenToWords } from "./when-words";
import {
  dayToWords,
  instantToShortWords,
  instantToWords,
  isMidnight,
  rangeEdgeToWords,
  rangeToWords,
  zoneToWords,
} from "./words";
import { UTC, type Zone } from "./zone";

const SEOUL = "Asia/Seoul" as Zone;
const at = (text: string) => Date.parse(text) as Instant;

describe("whenToWords", () => {
  it.each([
    ["2023-01-29", "Sunday 29 January 2023"],
    ["2023-01", "January 2023"],
    ["2022", "2022"],
    ["0867", "AD 867"],
    ["2022-06-29/2022-06-30", "29–30 June 2022"],
    ["2022-06-29/2022-07-02", "29 June – 2 July 2022"],
    ["2022-12-30/2023-01-02", "30 December 2022 – 2 January 2023"],
    ["2022-11/2022-12", "November – December 2022"],
    ["2022-11/2023-01", "November 2022 – January 2023"],
    ["2021/2022", "2021–2022"],
    ["2022/2023-01", "2022 – January 2023"],
    ["2022/2022", "2022"],
    ["2023-01-29/2023-01-29", "Sunday 29 January 2023"],
    ["2023-01-29~", "about 29 January 2023"],
    ["2023-01-29?", "29 January 2023 (uncertain)"],
    ["2023-01-29%", "about 29 January 2023 (uncertain)"],
    ["2022~", "about 2022"],
    ["2022-06~/2022-08", "about June 2022 – August 2022"],
    ["../2022-06-29", "by 29 June 2022"],
    ["/2022", "by 2022"],
    ["2023-01-30/..", "30 January 2023 or later"],
    ["2023-01/", "January 2023 or later"],
    ["202X", "the 2020s"],
    ["202X~", "about the 2020s"],
    ["086X", "between AD 860 and AD 869"],
    ["19XX", "between 1900 and 1999"],
    ["19XX?", "the years 1900–1999 (uncertain)"],
    ["../19XX", "by the years 1900–1999"],
    ["00XX", "between AD 1 and AD 99"],
    ["2023-XX", "a month in 2023"],
    ["2023-XX-XX", "a day in 2023"],
    ["2023-02-XX", "a day in February 2023"],
    ["2023-21", "spring 2023"],
    ["2023-24~", "about winter 2023"],
    ["2023-01-29T17:00", "29 January 2023, 17:00"],
    ["2023-01-29T08:00Z", "29 January 2023, 17:00"],
    ["2023-01-29T20:00:05Z", "30 January 2023, 05:00"],
    ["2023-01-29T17:00/2023-01-29T18:30", "29 January 2023, 17:00–18:30"],
    ["2023-01-29T17:00+09:00/2023-01-29T17:00", "29 January 2023, 17:00"],
    ["2023-01-29T17:00Z/2023-01-30T17:00", "30 January 2023, 02:00–17:00"],
    ["2023-01-29T17:00/2023-01-30T09:00", "29 January 2023, 17:00 – 30 January 2023, 09:00"],
    ["../2023-01-29T17:00", "by 29 January 2023, 17:00"],
    ["2023-01-29/2023-01-30T09:00", "29 January 2023 – 30 January 2023, 09:00"],
  ])("says %s as “%s”", (text, words) => {
    expect(whenToWords(toWhen(text, SEOUL))).toBe(words);
  });
});

describe("dayToWords", () => {
  it.each([
    ["long", "Sunday 29 January 2023"],
    ["medium", "29 January 2023"],
    ["short", "29 Jan 2023"],
  ] as const)("%s", (style, words) => {
    expect(dayToWords("2023-01-29" as Day, style)).toBe(words);
  });

  it.each([
    ["0001-01-01", "Monday 1 January AD 1"],
    ["2000-02-29", "Tuesday 29 February 2000"],
    ["9999-12-31", "Friday 31 December 9999"],
  ])("%s", (day, words) => {
    expect(dayToWords(day as Day, "long")).toBe(words);
  });
});

describe("an instant", () => {
  it("is said on the clocks of the zone", () => {
    expect(instantToWords(at("2023-01-29T08:00Z"), SEOUL)).toBe("Sunday 29 January 2023, 17:00");
    expect(instantToWords(at("2023-01-29T20:05Z"), SEOUL)).toBe("Monday 30 January 2023, 05:05");
    expect(instantToShortWords(at("2023-01-29T08:00Z"), SEOUL)).toBe("Sun 29 Jan 2023, 17:00");
  });
});

describe("rangeToWords", () => {
  it.each([
    ["2023-01-14T15:00Z", "2023-02-03T15:00Z", "15 Jan – 3 Feb 2023"],
    ["2023-01-14T15:00Z", "2023-01-20T15:00Z", "15–20 Jan 2023"],
    ["2022-12-29T15:00Z", "2023-01-02T15:00Z", "30 Dec 2022 – 2 Jan 2023"],
    ["2023-01-28T15:00Z", "2023-01-29T15:00Z", "29 Jan 2023"],
    ["2023-01-29T08:00Z", "2023-01-29T12:00Z", "Sun 29 Jan 2023, 17:00 – Sun 29 Jan 2023, 21:00"],
    ["2023-01-14T18:00Z", "2023-02-03T18:00Z", "15 Jan – 4 Feb 2023"],
  ])("%s to %s is “%s”", (start, end, words) => {
    expect(rangeToWords(toRange(at(start), at(end)), SEOUL)).toBe(words);
  });
});

describe("rangeEdgeToWords", () => {
  it.each([
    ["2023-02-03T15:00Z", "end", "3 February 2023"],
    ["2023-02-03T15:00Z", "start", "4 February 2023"],
    ["2023-02-03T16:30Z", "end", "4 February 2023, 01:30"],
  ] as const)("%s as %s is “%s”", (instant, edge, words) => {
    expect(rangeEdgeToWords(at(instant), SEOUL, edge)).toBe(words);
  });
});

describe("zoneToWords", () => {
  it.each([
    ["Asia/Seoul", "2023-01-29T00:00Z", "Seoul, UTC+9"],
    ["Asia/Seoul", "1900-01-01T00:00Z", "Seoul, UTC+8:28"],
    ["Asia/Kathmandu", "2023-01-29T00:00Z", "Kathmandu, UTC+5:45"],
    ["America/St_Johns", "2023-01-29T00:00Z", "St Johns, UTC−3:30"],
    ["America/New_York", "2023-07-01T00:00Z", "New York, UTC−4"],
    ["Europe/London", "2023-01-29T00:00Z", "London, UTC+0"],
    ["UTC", "2023-01-29T00:00Z", "UTC"],
  ])("%s at %s is “%s”", (zone, instant, words) => {
    expect(zoneToWords(zone as Zone, at(instant))).toBe(words);
  });
});

describe("isMidnight", () => {
  it.each([
    ["2023-01-28T15:00Z", SEOUL, true],
    ["2023-01-28T15:01Z", SEOUL, false],
    ["2023-01-28T00:00Z", SEOUL, false],
    ["2018-11-04T03:00Z", "America/Sao_Paulo" as Zone, true],
    ["10000-01-01T00:00Z".replace("10000", "+010000"), UTC, false],
  ] as const)("%s in %s: %s", (instant, zone, expected) => {
    expect(isMidnight(at(instant), zone)).toBe(expected);
  });
});
