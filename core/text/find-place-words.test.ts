import { describe, expect, it } from "vitest";
import type { FoundPlace } from "../geo/search-gazetteer";
import { UTC } from "../time/zone";
import { sliceCodePoints } from "./code-points";
import { findPlaceWords } from "./find-place-words";

const KNOWN = [
  "Seoul",
  "SEOUL",
  "South Korea",
  "Korea",
  "Tokyo",
  "Frankfurt am Main",
  "New York",
  "York",
  "Park",
  "Oslo",
  "U.S.",
];

function lookUp(name: string): FoundPlace | null {
  const number = KNOWN.indexOf(name);
  if (number === -1) return null;
  const id = name === "SEOUL" ? 0 : number;
  return {
    name,
    kind: "city",
    lon: id,
    lat: id,
    radiusKm: null,
    geonamesId: id,
    countryCode: "XX",
    country: "X",
    region: null,
    zone: UTC,
    population: 1,
    matched: name,
    isExact: true,
  };
}

const find = (passage: string) =>
  findPlaceWords(passage, lookUp).map(({ words, rule }) => `${words}: ${rule}`);

describe("findPlaceWords", () => {
  it.each([
    ["SEOUL (Agency) - The envoy flew on to Tokyo.", ["SEOUL: dateline", "Tokyo: named in the passage"]],
    ["Oslo, Jan 29 (Agency) — Talks began in Seoul.", ["Oslo: dateline", "Seoul: named in the passage"]],
    ["Oslo – Talks began.", ["Oslo: dateline"]],
    [
      "He arrived in South Korea, not in Korea.",
      ["South Korea: named in the passage", "Korea: named in the passage"],
    ],
    [
      "Trains from New York to Frankfurt am Main.",
      ["New York: named in the passage", "Frankfurt am Main: named in the passage"],
    ],
    ["Seoul’s mayor met Seoul's press in Seoul.", ["Seoul: named in the passage"]],
    ["He met Foreign Minister Park in Oslo.", ["Oslo: named in the passage"]],
    ["Philip York signed the Oslo Accords.", []],
    ["U.S. troops left Tokyo.", ["U.S.: named in the passage", "Tokyo: named in the passage"]],
    ["In Oslo, Solheim met her host.", ["Oslo: named in the passage"]],
    ["Near Tokyo Bay nothing moved. From Seoul he flew on.", ["Seoul: named in the passage"]],
    ["they came from oslo and went nowhere", []],
    ["", []],
  ])("%s", (passage, expected) => {
    expect(find(passage)).toEqual(expected);
  });

  it("counts its offsets in code points", () => {
    const passage = "🛬🛬 Landed in Tokyo; left Oslo.";
    const found = findPlaceWords(passage, lookUp);
    expect(found.map(({ words }) => words)).toEqual(["Tokyo", "Oslo"]);
    for (const { start, end, words } of found) expect(sliceCodePoints(passage, start, end)).toBe(words);
  });
});
