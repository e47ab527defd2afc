import type { LonLat } from "../record/record";
import { foldName } from "../text/fold-name";
import { toDistanceKm } from "./distance";
import { type Gazetteer, type GazetteerPlace, toName, toPlace } from "./gazetteer";

/** A place that a search found, with the name by which it was. */
export type FoundPlace = GazetteerPlace & {
  readonly matched: string;
  /** Whether the whole name was asked for, not only its beginning. */
  readonly isExact: boolean;
};

export type SearchOptions = {
  /** Places near to it come first among those that fit alike. */
  readonly near?: LonLat | undefined;
  /** ISO codes of the countries that are spoken of: their places come first among those that fit alike. */
  readonly countries?: readonly string[];
  readonly limit: number;
};

/**
 * The places whose names begin with what is asked for, in whatever accents and case: whole names first, then the more
 * populous. What follows a comma names the country or region: "Paris, Texas".
 */
export function searchGazetteer(gazetteer: Gazetteer, query: string, options: SearchOptions): FoundPlace[] {
  const [asked = "", ...context] = query.split(",");
  const folded = foldName(asked);
  if (folded === "") return [];
  return rank(gazetteer, folded, foldName(context.join(" ")), "prefix", options);
}

/** The places that bear a name, in whatever accents and case. */
export function lookUpName(gazetteer: Gazetteer, name: string, options: SearchOptions): FoundPlace[] {
  const folded = foldName(name);
  return folded === "" ? [] : rank(gazetteer, folded, "", "exact", options);
}

type Candidate = { readonly name: number; readonly place: number; readonly score: number };

function rank(
  gazetteer: Gazetteer,
  folded: string,
  context: string,
  mode: "prefix" | "exact",
  options: SearchOptions,
): FoundPlace[] {
  const best: Candidate[] = [];
  // A context throws away most of what a name alone would find.
  const kept = context === "" ? options.limit : MOST_WITH_CONTEXT;
  const spokenOf = toCountries(gazetteer, options.countries ?? []);
  const start = lowerBound(gazetteer, folded);
  const exactEnd = lowerBound(gazetteer, `${folded}\0`);
  // No name holds this last of all characters.
  const end = mode === "exact" ? exactEnd : lowerBound(gazetteer, `${folded}\uffff`);
  for (let name = start; name < end; name++) {
    const place = gazetteer.namedPlaces[name] ?? 0;
    let score =
      (gazetteer.weights[place] ?? 0) + (gazetteer.ownNames[name] ?? 0) * OWN + (name < exactEnd ? EXACT : 0);
    if (spokenOf.size > 0 && spokenOf.has(gazetteer.countryOf[place] ?? 0)) score += SPOKEN_OF;
    const worst = best.length < kept ? Number.NEGATIVE_INFINITY : (best.at(-1)?.score ?? 0);
    // How near it is takes longest to tell, so only of what nearness could bring in.
    if (score + NEAR > worst) {
      insert(best, { name, place, score: score + toNearness(gazetteer, place, options.near) }, kept);
    }
  }
  return best
    .map(({ name, place }) => toFound(gazetteer, name, place, folded))
    .filter((found) => context === "" || isIn(found, context))
    .slice(0, options.limit);
}

const MOST_WITH_CONTEXT = 200;
// More than all else together: a whole name comes before any beginning of one.
const EXACT = 100;
// As much as fifteen times the population: other names are often those of other languages.
const OWN = 1.2;
const SPOKEN_OF = 2;
const NEAR = 2;

// Full at the point, half at 300 kilometres from it.
function toNearness({ lons, lats }: Gazetteer, place: number, near: LonLat | undefined): number {
  if (near === undefined) return 0;
  return NEAR / (1 + toDistanceKm(near, { lon: lons[place] ?? 0, lat: lats[place] ?? 0 }) / 300);
}

function toCountries(gazetteer: Gazetteer, codes: readonly string[]): ReadonlySet<number> {
  const numbers = Array.from({ length: codes.length === 0 ? 0 : gazetteer.countries }, (_, number) => number);
  return new Set(numbers.filter((number) => codes.includes(toPlace(gazetteer, number).countryCode)));
}

// The list stays short and sorted; of a place that has several such names, the best counts.
function insert(best: Candidate[], candidate: Candidate, most: number): void {
  const last = best.at(-1);
  if (best.length >= most && last && candidate.score <= last.score) return;
  const same = best.findIndex(({ place }) => place === candidate.place);
  if (same !== -1) {
    if ((best[same]?.score ?? 0) >= candidate.score) return;
    best.splice(same, 1);
  }
  const at = best.findIndex(({ score }) => score < candidate.score);
  best.splice(at === -1 ? best.length : at, 0, candidate);
  if (best.length > most) best.pop();
}

function lowerBound({ text, nameStarts }: Gazetteer, folded: string): number {
  let [low, high] = [0, nameStarts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = nameStarts[middle] ?? 0;
    if (text.slice(start, text.indexOf("\t", start)) < folded) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toFound(gazetteer: Gazetteer, name: number, place: number, asked: string): FoundPlace {
  const { folded, written } = toName(gazetteer, name);
  return { ...toPlace(gazetteer, place), matched: written, isExact: folded === asked };
}

function isIn({ country, region, countryCode }: GazetteerPlace, context: string): boolean {
  const names = [country, region ?? "", countryCode].map(foldName);
  return names.some((name) => name.startsWith(context));
}
