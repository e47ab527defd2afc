import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseBasemap } from "./basemap";
import { layOutLocator } from "./locator";

const basemap = parseBasemap(JSON.parse(readFileSync("public/basemap/countries.json", "utf8")));
const SEOUL = { lon: 126.98, lat: 37.57 };
const TOKYO = { lon: 139.69, lat: 35.69 };
const layOut = (points: readonly { lon: number; lat: number }[], countries: readonly string[] = []) =>
  layOutLocator(basemap, { width: 440, height: 630, points, countries });

describe("layOutLocator", () => {
  it("puts a single point in the middle", () => {
    const [[x, y] = []] = layOut([SEOUL]).points;
    expect([x, y]).toEqual([expect.closeTo(220, 6), expect.closeTo(315, 6)]);
  });

  it.each([
    ["two cities", [SEOUL, TOKYO]],
    [
      "two sides of the date line",
      [
        { lon: 178.4, lat: -18.1 },
        { lon: -171.8, lat: -13.8 },
      ],
    ],
    [
      "one meridian",
      [
        { lon: 0, lat: 51 },
        { lon: 0, lat: -30 },
      ],
    ],
    ["two points that are one", [SEOUL, SEOUL]],
  ])("shows %s, in their order", (_, points) => {
    const placed = layOut(points).points;
    expect(placed).toHaveLength(points.length);
    for (const [x, y] of placed) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(440);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(630);
    }
    expect(placed[1]?.[0]).toBeGreaterThanOrEqual(placed[0]?.[0] ?? Number.NaN);
  });

  it("draws only what shows, and the world where nothing is asked for", () => {
    const [near, world] = [layOut([SEOUL]), layOut([])];
    expect(near.land).toMatch(/^M-?\d/);
    expect(near.land.length).toBeLessThan(world.land.length);
    expect(world.points).toEqual([]);
    for (const { land, coast, borders } of [near, world])
      expect(land + coast + borders).not.toMatch(/NaN|Infinity/);
  });

  it("outlines a country whole, without shrinking it to its islands overseas", () => {
    const france = layOut([{ lon: 2.5, lat: 46.5 }], ["FR"]);
    const numbers = [...france.areas.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x));
    const inside = numbers.filter((x) => x >= 0 && x <= 440);
    expect(Math.max(...inside) - Math.min(...inside)).toBeGreaterThan(130);
    expect(layOut([SEOUL], ["XX"]).areas).toBe("");
  });

  it("survives the poles", () => {
    const { points, scales } = layOut([
      { lon: 0, lat: 90 },
      { lon: 0, lat: -90 },
    ]);
    expect([...points.flat(), ...scales].every(Number.isFinite)).toBe(true);
  });
});
