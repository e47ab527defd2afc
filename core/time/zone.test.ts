import { describe, expect, it } from "vitest";
import { HOUR, type Instant, MINUTE, SECOND } from "./instant";
import { offsetAt, parseZone, UTC, type Zone } from "./zone";

const at = (text: string) => Date.parse(text) as Instant;

describe("parseZone", () => {
  it.each([
    ["Asia/Seoul", "Asia/Seoul"],
    ["asia/seoul", "Asia/Seoul"],
    ["utc", "UTC"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["Etc/GMT+12", "Etc/GMT+12"],
    ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ])("reads %s as %s", (text, zone) => {
    expect(parseZone(text)).toBe(zone);
  });

  it("gives an alias in small letters the spelling that the runtime has for it", () => {
    expect(parseZone("asia/kolkata")).toMatch(/^Asia\/(Kolkata|Calcutta)$/);
  });

  it.each(["", "Seoul", "Mars/Olympus", "+09:00", "GMT+25", "Asia/Seoul ", "Asia/Seoul\n", "x".repeat(80)])(
    "refuses %j",
    (text) => {
      expect(parseZone(text)).toBeNull();
    },
  );
});

describe("offsetAt", () => {
  it.each([
    ["Asia/Seoul", "2023-01-29T08:00Z", 9 * HOUR],
    ["Asia/Seoul", "1900-01-01T00:00Z", 8 * HOUR + 27 * MINUTE + 52 * SECOND],
    ["Asia/Kathmandu", "2023-01-29T00:00Z", 5 * HOUR + 45 * MINUTE],
    ["Pacific/Chatham", "2023-01-29T00:00Z", 13 * HOUR + 45 * MINUTE],
    ["Pacific/Kiritimati", "2023-01-29T00:00Z", 14 * HOUR],
    ["Etc/GMT+12", "2023-01-29T00:00Z", -12 * HOUR],
    ["Africa/Monrovia", "1971-06-01T00:00Z", -(44 * MINUTE + 30 * SECOND)],
    ["America/St_Johns", "2023-01-29T00:00Z", -(3 * HOUR + 30 * MINUTE)],
    ["Pacific/Apia", "2011-12-30T09:59:59Z", -10 * HOUR],
    ["Pacific/Apia", "2011-12-30T10:00:00Z", 14 * HOUR],
    ["Europe/Berlin", "2023-03-26T00:59:59Z", HOUR],
    ["Europe/Berlin", "2023-03-26T01:00:00Z", 2 * HOUR],
    ["Europe/Berlin", "2023-10-29T00:59:59Z", 2 * HOUR],
    ["Europe/Berlin", "2023-10-29T01:00:00Z", HOUR],
    ["Asia/Seoul", "0001-01-01T00:00Z", 8 * HOUR + 27 * MINUTE + 52 * SECOND],
    ["Etc/GMT+12", "0001-01-01T00:00Z", -12 * HOUR],
  ])("puts %s at %s at %d", (zone, text, offset) => {
    expect(offsetAt(zone as Zone, at(text))).toBe(offset);
  });

  it("is 0 in UTC", () => {
    expect(offsetAt(UTC, at("1600-02-29T00:00Z"))).toBe(0);
  });
});
