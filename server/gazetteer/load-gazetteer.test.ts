import { expect, it } from "vitest";
import { toPlaceNamed } from "@/core/geo/place-named";
import { searchGazetteer } from "@/core/geo/search-gazetteer";
import { findPlaceWords } from "@/core/text/find-place-words";
import { parseZone } from "@/core/time/zone";
import { loadGazetteer } from "./load-gazetteer";

const gazetteer = await loadGazetteer();

function first(query: string): string {
  const [place] = searchGazetteer(gazetteer, query, { limit: 1 });
  return place ? `${place.name}, ${place.kind} in ${place.country}` : "nothing";
}

it.each([
  ["Seoul", "Seoul, city in South Korea"],
  ["Séoul", "Seoul, city in South Korea"],
  ["서울", "Seoul, city in South Korea"],
  ["South Korea", "South Korea, country in South Korea"],
  ["대한민국", "South Korea, country in South Korea"],
  ["Gangwon", "Gangwon-do, region in South Korea"],
  ["Iruma", "Iruma, city in Japan"],
  ["Kiev", "Kyiv, city in Ukraine"],
  ["Київ", "Kyiv, city in Ukraine"],
  ["U.S.", "United States, country in United States"],
  ["Georgia", "Georgia, country in Georgia"],
  ["Paris", "Paris, city in France"],
  ["Paris, Texas", "Paris, city in United States"],
  ["new york", "New York City, city in United States"],
  ["madri", "Madrid, city in Spain"],
  ["Москва", "Moscow, city in Russia"],
  ["Brussels", "Brussels, city in Belgium"],
])("finds %s", (query, place) => {
  expect(first(query)).toBe(place);
});

it("gives what a place in a dossier needs", () => {
  const [iruma] = searchGazetteer(gazetteer, "Iruma", { limit: 1 });
  expect(iruma).toMatchObject({
    region: "Saitama",
    countryCode: "JP",
    zone: "Asia/Tokyo",
    geonamesId: 6822163,
  });
  const [gangwon] = searchGazetteer(gazetteer, "Gangwon", { limit: 1 });
  expect(gangwon?.radiusKm).toBeGreaterThan(50);
});

it("holds only zones that the runtime knows", () => {
  expect(gazetteer.zones.filter((zone) => parseZone(zone) === null)).toEqual([]);
});

it("finds the places of a report by their words, and takes persons for none", () => {
  const passage =
    "OSLO (Agency) - President Lincoln Park flew from Norway to Tokyo on Monday and will meet Mr Paris in Iruma.";
  const found = findPlaceWords(passage, (name) => toPlaceNamed(gazetteer, name, []));
  expect(found.map(({ words }) => words)).toEqual(["OSLO", "Norway", "Tokyo", "Iruma"]);
});

it("answers while a person types", () => {
  for (const query of ["s", "a", "sa", "san ", "new york", "Springfield"]) {
    // Of the processor, for other tests run beside this one.
    const before = process.cpuUsage();
    for (let i = 0; i < 10; i++) {
      searchGazetteer(gazetteer, query, { limit: 10, near: { lon: 127, lat: 37 }, countries: ["KR"] });
    }
    expect(process.cpuUsage(before).user / 1000 / 10).toBeLessThan(20);
  }
});
