import type { Category, PlacePrecision } from "@/core/record/vocabulary";
import { CITIES, type City } from "./generate-cities";

/** An event that nobody reported, shaped like those of a large data set. */
export type SyntheticEvent = {
  /** `[start, end)`, epoch milliseconds, whole minutes, never empty. Both lie on days in UTC if `precision` is `day`. */
  readonly start: number;
  readonly end: number;
  readonly precision: "minute" | "day";
  readonly lon: number;
  readonly lat: number;
  readonly city: City;
  /** Where about the city, from 0, the city itself, up to `SPOTS`; the same spot always has the same coordinates. */
  readonly spot: number;
  /** `exact` at any spot but 0. */
  readonly placePrecision: PlacePrecision;
  readonly category: Category;
  readonly title: string;
};

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Twenty years. What happens at their end may go on past it. */
export const SYNTHETIC_START = Date.UTC(2005, 0, 1);
export const SYNTHETIC_DAYS = 7305;

/** Exact places about each city: as few events share one as in data sets that name villages and street corners. */
export const SPOTS = 200;
const FARTHEST_DEGREES = 0.6;
// Turned by this angle from one to the next, spots never line up: the seeds of a sunflower.
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

const BURSTS = 320;
/** Events in bursts: what data sets of conflict and of news are like. */
const BURST_SHARE = 0.4;

const CATEGORY_WEIGHTS: readonly (readonly [Category, number])[] = [
  ["military", 34],
  ["statement", 26],
  ["diplomacy", 20],
  ["other", 14],
  ["institution", 6],
];

const DEEDS: Readonly<Record<Category, readonly string[]>> = {
  military: ["Shelling", "Clashes", "Air strike", "Troop movement", "Ambush", "Ceasefire"],
  statement: ["Statement", "Warning", "Press conference", "Denial", "Appeal", "Speech"],
  diplomacy: ["Talks", "Summit", "Visit", "Agreement", "Envoy received", "Protest note"],
  other: ["Demonstration", "Strike", "Blackout", "Flood", "Fire", "Accident"],
  institution: ["Court ruling", "Vote", "Election", "Appointment", "Inquiry", "Budget"],
};

// The first are in every fifth title, the last in one of a few thousand: searches differ most by how common words are.
const TOPICS: readonly (readonly [string, number])[] = [
  ["security", 1000],
  ["trade", 700],
  ["water", 500],
  ["grain", 360],
  ["the border", 260],
  ["prisoners", 190],
  ["fuel prices", 140],
  ["sanctions", 100],
  ["refugees", 72],
  ["fishing rights", 52],
  ["the pipeline", 38],
  ["a hospital", 27],
  ["the dam", 20],
  ["satellites", 14],
  ["vaccines", 10],
  ["an embassy", 7],
  ["cobalt", 5],
  ["the archive", 4],
  ["a lighthouse", 2],
  ["saffron", 1],
];

type Burst = { readonly day: number; readonly days: number; readonly weight: number; readonly city: City };

/**
 * Yields `n` events, day by day in the order of their starts, but in no order within a day.
 * The same `n` and `seed` always yield the same events.
 */
export function* toSyntheticEvents(n: number, seed: number): Generator<SyntheticEvent, void, undefined> {
  const random = toRandom(seed);
  const pickCity = toPicker(CITIES.map((city) => [city, city.weight]));
  const pickCategory = toPicker(CATEGORY_WEIGHTS);
  const pickTopic = toPicker(TOPICS);
  const bursts = toBursts(random, pickCity);
  const days = toDays(bursts);
  const total = days.reduce((sum, { calm, burst }) => sum + calm + burst, 0);

  let weight = 0;
  let yielded = 0;
  for (const [index, { calm, burst, running }] of days.entries()) {
    weight += calm + burst;
    const due = index === days.length - 1 ? n : Math.round((n * weight) / total);
    const pickBurst = running.length > 0 ? toPicker(running, 64 * running.length) : null;
    const burstShare = burst / (calm + burst);
    const midnight = SYNTHETIC_START + index * DAY;
    for (; yielded < due; yielded += 1) {
      const city = pickBurst && random() < burstShare ? pickBurst(random()) : pickCity(random());
      const category = pickCategory(random());
      const precision = random() < 0.6 ? "day" : "minute";
      const start = precision === "day" ? midnight : midnight + Math.floor(random() * 1440) * MINUTE;
      const placing = random();
      const spot = placing < 0.55 ? 1 + Math.floor(random() ** 2 * SPOTS) : 0;
      const deeds = DEEDS[category];
      const deed = deeds[Math.floor(random() * deeds.length)] ?? category;
      yield {
        start,
        end: start + toDuration(random, precision),
        precision,
        ...toSpot(city, spot),
        city,
        spot,
        placePrecision: spot > 0 ? "exact" : placing < 0.92 ? "city" : placing < 0.98 ? "region" : "country",
        category,
        title: `${deed} over ${pickTopic(random())} in ${city.name}`,
      };
    }
  }
}

/** The coordinates of a spot about a city, in degrees to four places: the later its number, the farther out. */
export function toSpot(city: City, spot: number): { lon: number; lat: number } {
  if (spot === 0) return { lon: city.lon, lat: city.lat };
  const distance = FARTHEST_DEGREES * Math.sqrt(spot / SPOTS);
  const lon = city.lon + distance * Math.cos(spot * GOLDEN_ANGLE);
  const lat = city.lat + distance * 0.8 * Math.sin(spot * GOLDEN_ANGLE);
  return { lon: Math.round(lon * 1e4) / 1e4, lat: Math.round(lat * 1e4) / 1e4 };
}

function toBursts(random: () => number, pickCity: (at: number) => City): readonly Burst[] {
  return Array.from({ length: BURSTS }, () => {
    const day = Math.floor(random() * SYNTHETIC_DAYS);
    const days = Math.ceil(2 + 60 * random() ** 3);
    return { day, days, weight: 1 / (0.05 + random()), city: pickCity(random()) };
  });
}

/** What each day weighs: calm days grow in number over the years, and bursts break out and die down. */
function toDays(bursts: readonly Burst[]) {
  const days = Array.from({ length: SYNTHETIC_DAYS }, (_, day) => ({
    calm: (1 - BURST_SHARE) * (0.6 + (0.8 * day) / SYNTHETIC_DAYS),
    burst: 0,
    running: [] as [City, number][],
  }));
  const whole = bursts.reduce((sum, { weight }) => sum + weight, 0) / (BURST_SHARE * SYNTHETIC_DAYS);
  for (const { day, days: length, weight, city } of bursts) {
    for (const [age, at] of days.slice(day, day + length).entries()) {
      const share = (weight / whole) * (2 / length) * (1 - age / length);
      at.burst += share;
      at.running.push([city, share]);
    }
  }
  return days;
}

/** Milliseconds: most things are over within the day, one in a hundred takes months. */
function toDuration(random: () => number, precision: "minute" | "day"): number {
  const kind = random();
  if (kind < 0.01) return Math.ceil(30 + 330 * random()) * DAY;
  if (kind < 0.12) return Math.ceil(1 + 20 * random() ** 2) * DAY;
  return precision === "day" ? DAY : Math.ceil(1 + 600 * random() ** 2) * MINUTE;
}

// A table with room for each value by its weight: one look-up, where a search would be the slowest part.
function toPicker<T>(values: readonly (readonly [T, number])[], size = 8192): (at: number) => T {
  const total = values.reduce((sum, [, weight]) => sum + weight, 0);
  const table: T[] = [];
  let passed = 0;
  for (const [value, weight] of values) {
    passed += weight;
    const until = Math.round((passed / total) * size);
    while (table.length < until) table.push(value);
  }
  const [first] = values;
  if (!first) throw new Error("There is nothing to pick from.");
  return (at) => table[Math.floor(at * table.length)] ?? first[0];
}

// sfc32 of the PractRand suite: four words of state, no multiplication, and long enough for any number of events.
function toRandom(seed: number): () => number {
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}
