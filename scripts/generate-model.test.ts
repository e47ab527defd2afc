import { describe, expect, it } from "vitest";
import { parseZone } from "@/core/time/zone";
import { CITIES } from "./generate-cities";
import { SPOTS, SYNTHETIC_DAYS, SYNTHETIC_START, toSpot, toSyntheticEvents } from "./generate-model";

const DAY = 86_400_000;

describe("toSyntheticEvents", () => {
  const events = [...toSyntheticEvents(20_000, 7)];

  it("yields as many as asked for, and the same for the same seed only", () => {
    expect(events).toHaveLength(20_000);
    expect([...toSyntheticEvents(20_000, 7)]).toEqual(events);
    expect([...toSyntheticEvents(20_000, 8)]).not.toEqual(events);
    expect([...toSyntheticEvents(0, 7)]).toEqual([]);
  });

  it("goes through twenty years day by day, with no event empty", () => {
    const days = events.map(({ start }) => Math.floor((start - SYNTHETIC_START) / DAY));
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(days[0]).toBe(0);
    expect(days.at(-1)).toBe(SYNTHETIC_DAYS - 1);
    expect(events.filter(({ start, end }) => end <= start)).toEqual([]);
  });

  it("has days on whole days, and spots where they are", () => {
    const dated = events.filter(({ precision }) => precision === "day");
    expect(dated.length).toBeGreaterThan(10_000);
    expect(dated.filter(({ start, end }) => start % DAY !== 0 || end % DAY !== 0)).toEqual([]);
    for (const { city, spot, lon, lat, placePrecision } of events) {
      expect({ lon, lat }).toEqual(toSpot(city, spot));
      expect(spot > 0).toBe(placePrecision === "exact");
      expect(spot).toBeLessThanOrEqual(SPOTS);
    }
  });

  it("has bursts: the fullest day is many times an ordinary one", () => {
    const counts = new Map<number, number>();
    for (const { start } of events)
      counts.set(Math.floor(start / DAY), (counts.get(Math.floor(start / DAY)) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => a - b);
    expect((sorted.at(-1) ?? 0) / (sorted[sorted.length >> 1] ?? 1)).toBeGreaterThan(4);
  });
});

describe("CITIES", () => {
  it("are about two hundred, each once, in zones that there are", () => {
    expect(CITIES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(CITIES.map(({ name }) => name)).size).toBe(CITIES.length);
    expect(CITIES.filter(({ zone }) => parseZone(zone) !== zone)).toEqual([]);
    expect(CITIES.filter(({ lon, lat }) => Math.abs(lon) > 179 || Math.abs(lat) > 80)).toEqual([]);
  });
});
