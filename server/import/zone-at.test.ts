import fc from "fast-check";
import { expect, it } from "vitest";
import { parseZone } from "@/core/time/zone";
import { zoneAt } from "./zone-at";

it.each([
  ["Seoul", 126.98, 37.57, "Asia/Seoul"],
  ["Damascus", 36.29, 33.51, "Asia/Damascus"],
  ["the Atlantic", -30, 0, "Etc/GMT+2"],
  ["the Pacific, at the date line", -179.9, 0, "Etc/GMT+12"],
])("knows the clocks of %s", (_, lon, lat, zone) => {
  expect(zoneAt(lon, lat)).toBe(zone);
});

it("gives every point a zone that this runtime knows", () => {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  fc.assert(
    fc.property(degrees(180), degrees(90), (lon, lat) => {
      expect(parseZone(zoneAt(lon, lat))).toBe(zoneAt(lon, lat));
    }),
  );
});
