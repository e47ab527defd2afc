import { describe, expect, it } from "vitest";
import type { Country } from "@/core/geo/basemap";
import { toNearWords } from "./place-words";

const SQUARE: Country = {
  code: null,
  name: "Square",
  label: { lon: 5, lat: 5 },
  rank: 1,
  rings: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
    [
      [4, 4],
      [6, 4],
      [6, 6],
      [4, 6],
      [4, 4],
    ],
  ],
};

describe("toNearWords", () => {
  it.each([
    [{ lon: 2, lat: 3 }, "Near 3.0° N, 2.0° E in Square"],
    [{ lon: 362, lat: 3 }, "Near 3.0° N, 2.0° E in Square"],
    [{ lon: 5, lat: 5 }, "Near 5.0° N, 5.0° E"],
    [{ lon: -70.25, lat: -0.02 }, "Near 0°, 70.3° W"],
  ])("says where %o lies, and nothing of a country that it lies in a hole of", (at, words) => {
    expect(toNearWords(at, [SQUARE])).toBe(words);
  });
});
