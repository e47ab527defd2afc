import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilToInstant, hasCivil, instantToCivil, midnight, toWeekday } from "./civil";
import { addDays, compareDays, type Day, dayToEnd, dayToInstant, instantToDay, parseDay } from "./day";
import { DAY, FIRST_INSTANT, type Instant, LAST_INSTANT, toInstant } from "./instant";
import { civilToMilliseconds, daysInMonth, millisecondsToCivil } from "./proleptic";
import type { Zone } from "./zone";

const ZONES = [
  "UTC",
  "Etc/GMT+12",
  "Pacific/Pago_Pago",
  "America/New_York",
  "America/Sao_Paulo",
  "America/St_Johns",
  "America/Toronto",
  "Africa/Monrovia",
  "Europe/Berlin",
  "Asia/Beirut",
  "Asia/Kathmandu",
  "Asia/Seoul",
  "Pacific/Chatham",
  "Pacific/Apia",
  "Pacific/Kiritimati",
] as Zone[];

const zones = fc.constantFrom(...ZONES);
const FIRST = Date.parse("0001-01-01T00:00Z");
const LAST = Date.parse("9999-12-31T00:00Z");
const dayOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10) as Day;
// Half of the days lie where zones have changed their clocks.
const days = fc
  .oneof(
    fc.integer({ min: FIRST / DAY, max: LAST / DAY }),
    fc.integer({ min: Date.UTC(1880, 0, 1) / DAY, max: Date.UTC(2037, 0, 1) / DAY }),
  )
  .map((number) => dayOf(number * DAY));

describe("parseDay", () => {
  it.each(["2023-01-29", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("reads %s", (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2023-04-31",
    "2023-13-01",
    "2023-00-10",
    "2023-01-00",
    "0000-01-01",
    "-001-01-01",
    "2023-1-29",
    "2023-01-29T00:00",
    " 2023-01-29",
    "2023-01-29\n",
    "10000-01-01",
    "",
  ])("refuses %j", (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe("dayToInstant", () => {
  it.each([
    ["Asia/Seoul", "2023-01-29", "2023-01-28T15:00:00Z"],
    ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"], // Midnight was skipped.
    ["America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"], // The hour before midnight came twice.
    ["Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z"],
    ["America/Havana", "2023-11-05", "2023-11-05T04:00:00Z"], // Midnight came twice.
    ["America/Toronto", "1919-03-31", "1919-03-31T04:30:00Z"], // From 23:30 to 00:30.
    ["Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"],
    ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"], // Never was.
    ["Etc/GMT+12", "9999-12-31", "9999-12-31T12:00:00Z"],
    ["Pacific/Kiritimati", "2023-01-01", "2022-12-31T10:00:00Z"],
    ["Asia/Seoul", "1900-01-01", "1899-12-31T15:32:08Z"],
  ])("%s: %s begins at %s", (zone, day, instant) => {
    expect(new Date(dayToInstant(day as Day, zone as Zone)).toISOString()).toBe(
      instant.replace("Z", ".000Z"),
    );
  });

  it("begins the day and nothing before it, wherever the zone has that day", () => {
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const start = dayToInstant(day, zone);
        fc.pre(!(zone === "Pacific/Apia" && day === "2011-12-30"));
        expect(instantToDay(start, zone)).toBe(day);
        const { year } = instantToCivil((start - 1) as Instant, zone);
        if (year >= 1) expect(compareDays(instantToDay((start - 1) as Instant, zone), day)).toBe(-1);
      }),
      { numRuns: 600 },
    );
  });

  it("ends each day where the next begins, within the supported instants", () => {
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const end = dayToEnd(day, zone);
        expect(toInstant(end)).toBe(end);
        if (day < "9999-12-31") expect(end).toBe(dayToInstant(addDays(day, 1), zone));
        expect(end - dayToInstant(day, zone)).toBeLessThanOrEqual(DAY + DAY / 24);
      }),
    );
  });

  it.each(ZONES)("fits both ends of the calendar into the supported instants in %s", (zone) => {
    expect(toInstant(dayToInstant("0001-01-01" as Day, zone))).toBeGreaterThan(FIRST_INSTANT);
    expect(toInstant(dayToEnd("9999-12-31" as Day, zone))).toBeLessThan(LAST_INSTANT);
    expect([FIRST_INSTANT, LAST_INSTANT].every(Number.isInteger)).toBe(true);
  });
});

describe("addDays", () => {
  it("counts calendar days, there and back", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        const expected = Date.parse(`${day}T00:00Z`) + count * DAY;
        fc.pre(expected >= FIRST && expected <= LAST);
        expect(addDays(day, count)).toBe(dayOf(expected));
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it("does not leave the years 1 to 9999", () => {
    expect(() => addDays("9999-12-31" as Day, 1)).toThrow(RangeError);
    expect(() => addDays("0001-01-01" as Day, -1)).toThrow(RangeError);
  });
});

describe("the calendar without a zone", () => {
  it("agrees with the engine's own", () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_INSTANT / 1000, max: LAST_INSTANT / 1000 }), (second) => {
        const date = new Date(second * 1000);
        const civil = millisecondsToCivil(second * 1000);
        expect(civil).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
        });
        expect(civilToMilliseconds(civil)).toBe(second * 1000);
        expect(toWeekday(civil)).toBe(date.getUTCDay() || 7);
      }),
    );
  });

  it.each([
    [2023, 2, 28],
    [2024, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2023, 12, 31],
  ])("gives %d-%d %d days", (year, month, count) => {
    expect(daysInMonth(year, month)).toBe(count);
  });
});

describe("civilToInstant", () => {
  it.each([
    ["Europe/Berlin", [2023, 3, 26, 2, 30], "2023-03-26T01:30", false],
    ["Europe/Berlin", [2023, 10, 29, 2, 30], "2023-10-29T00:30", true],
    ["America/New_York", [2023, 3, 12, 2, 0], "2023-03-12T07:00", false],
    ["America/New_York", [2023, 11, 5, 1, 0], "2023-11-05T05:00", true],
    ["Asia/Seoul", [2023, 1, 29, 17, 0], "2023-01-29T08:00", true],
  ] as const)("%s: %j is %s", (zone, [year, month, day, hour, minute], instant, exists) => {
    const civil = { ...midnight(year, month, day), hour, minute };
    expect(new Date(civilToInstant(civil, zone as Zone)).toISOString().slice(0, 16)).toBe(instant);
    expect(hasCivil(civil, zone as Zone)).toBe(exists);
  });

  it("finds the first instant that shows a reading", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1880, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000 }),
        zones,
        (second, zone) => {
          const instant = (second * 1000) as Instant;
          const civil = instantToCivil(instant, zone);
          const found = civilToInstant(civil, zone);
          expect(found).toBeLessThanOrEqual(instant);
          expect(instantToCivil(found, zone)).toEqual(civil);
        },
      ),
      { numRuns: 600 },
    );
  });
});
