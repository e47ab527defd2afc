import { describe, expect, it } from "vitest";
import { toDistanceKm } from "./distance";
import { toRegionCircle } from "./region-circle";

describe("toRegionCircle", () => {
  it("holds all cities, around the middle of the outermost", () => {
    const cities = [
      { lon: 127, lat: 37 },
      { lon: 129, lat: 38 },
      { lon: 128.2, lat: 37.1 },
    ];
    const circle = toRegionCircle(cities);
    expect([circle.lon, circle.lat]).toEqual([128, 37.5]);
    for (const city of cities) expect(toDistanceKm(circle, city)).toBeLessThanOrEqual(circle.radiusKm);
  });

  it("is no point where there is one city, and no belt where the region lies astride ±180°", () => {
    expect(toRegionCircle([{ lon: 7, lat: 43 }])).toEqual({ lon: 7, lat: 43, radiusKm: 10 });
    const circle = toRegionCircle([
      { lon: 179, lat: -17 },
      { lon: -179, lat: -17 },
    ]);
    expect(Math.abs(circle.lon)).toBe(180);
    expect(circle.radiusKm).toBeLessThan(120);
  });

  it("refuses a region without cities", () => {
    expect(() => toRegionCircle([])).toThrow("no cities");
  });
});
