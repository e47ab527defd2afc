import type { Gazetteer } from "./gazetteer";
import { type FoundPlace, lookUpName } from "./search-gazetteer";

// Nearly every word is a village somewhere. A town of this size is named in the news of its country, one of the other
// in that of the world; and a name that is not the place's own, by which any word may be one, needs the larger.
const TOWN = 15_000;
const CITY = 100_000;

/**
 * The place that running text most likely means by a name; `null` if no place of the name is well enough known.
 * Places in `countries` (ISO codes), which are spoken of, come first and need be no town.
 */
export function toPlaceNamed(
  gazetteer: Gazetteer,
  name: string,
  countries: readonly string[],
): FoundPlace | null {
  if (NO_PLACES.has(name)) return null;
  const [place] = lookUpName(gazetteer, name, { countries, limit: 1 });
  if (!place) return null;
  // "US" and "UK" are countries, "NATO" and "EU" are not: what is all capitals is an abbreviation.
  if (place.kind === "country" || name.length < 3) return place.kind === "country" ? place : null;
  const isSpokenOf = countries.includes(place.countryCode);
  const isOwn = place.matched === place.name || place.kind === "region";
  const least = isOwn ? (isSpokenOf ? 0 : TOWN) : isSpokenOf ? TOWN : CITY;
  return place.population >= least ? place : null;
}

// Towns by these names there are; but a report that begins "Both sides" means none of them.
const NO_PLACES = new Set(
  (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August " +
    "September October November December The This That These Those There Their They Then When While Where What Which " +
    "Who Why How And But Yet For Nor Not Now Once Only Our Over Under Both Many Most Much More Some Such Since After " +
    "Before During Until Upon With Within Without From Into Here Her His She Him You Your One Two Three First Last " +
    "President Minister Foreign Prime Secretary General Police Army Navy Government Parliament Congress Senate Union " +
    "Party State National International United World North South East West Central Northern Southern Eastern Western " +
    "Mr Mrs Ms Dr Sir Street University Church Chief Mobile Reading Best Media Nation Same Man Bar Centre Center House " +
    "White Human Free God Liberal Federal Spring Bay Roman Asia Europe Africa America Atlantic Pacific"
  ).split(" "),
);
