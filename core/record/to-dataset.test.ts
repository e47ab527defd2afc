import { describe, expect, it } from "vitest";
import type { Draft, DraftEvent, DraftSource } from "./draft";
import { toDataset } from "./to-dataset";

let made = 0;
const making = { newId: () => `id-${made++}`, sha256: (text: string) => `hash of ${text.length}` };

const SOURCE: DraftSource = {
  slug: "gazette",
  title: "The Gazette",
  publisher: "Gazette",
  language: "en",
  publishedOn: "2023-01-29",
  coverage: "full",
  text: "👩‍👩‍👧 On Sunday the envoy came to Seoul. The envoy will leave on Monday.",
  passages: [
    { slug: "came", exact: "On Sunday the envoy came to Seoul" },
    { slug: "leave", exact: "envoy", occurrence: 2 },
  ],
};
const EVENT: DraftEvent = {
  slug: "arrival",
  title: "The envoy arrives",
  category: "diplomacy",
  when: "2023-01-29",
  basis: "came",
  place: "seoul",
  participations: [{ actor: "envoy", role: "envoy" }],
  citations: [{ passage: "came", assertion: "occurred", timeWords: "On Sunday", when: "2023-01-29" }],
};
const DRAFT: Draft = {
  slug: "visit",
  title: "A visit",
  summary: "",
  zone: "UTC",
  opening: { from: "2023-01-28", to: "2023-01-30", playhead: "2023-01-29T12:00" },
  sources: [SOURCE],
  places: [{ slug: "seoul", name: "Seoul", lon: 127, lat: 37.5, precision: "city", zone: "Asia/Seoul" }],
  actors: [{ slug: "envoy", name: "The envoy", kind: "person" }],
  events: [EVENT],
};

const withSource = (change: Partial<DraftSource>): Draft => ({
  ...DRAFT,
  sources: [{ ...SOURCE, ...change }],
});
const withEvent = (change: Partial<DraftEvent>): Draft => ({ ...DRAFT, events: [{ ...EVENT, ...change }] });
const withPlace = (change: Partial<Draft["places"][number]>): Draft => ({
  ...DRAFT,
  places: DRAFT.places.map((place) => ({ ...place, ...change })),
});

describe("toDataset", () => {
  it("turns quotations into offsets in code points and dates into bounds at the place", () => {
    const { sources, passages, places, events, dossier } = toDataset(DRAFT, making);
    expect(passages.map(({ start, end, prefix }) => [start, end, prefix])).toEqual([
      [6, 39, "👩‍👩‍👧 "],
      [45, 50, "Sunday the envoy came to Seoul. The ".slice(-32)],
    ]);
    expect(passages.every(({ sourceId }) => sourceId === sources[0]?.id)).toBe(true);
    expect(events[0]?.when?.zone).toBe("Asia/Seoul");
    expect(events[0]?.when?.bounds.beginEarliest).toBe(Date.UTC(2023, 0, 28, 15));
    expect(events[0]?.placeId).toBe(places[0]?.id);
    expect(events[0]?.basisId).toBe(events[0]?.citations[0]?.id);
    expect(dossier.opening).toEqual({
      start: Date.UTC(2023, 0, 28),
      end: Date.UTC(2023, 0, 31),
      playhead: Date.UTC(2023, 0, 29, 12),
      map: null,
    });
  });

  it("orders events in time, the undated last", () => {
    const { when: _, basis: __, ...undated } = EVENT;
    const citation = { passage: "came", assertion: "planned", when: "2023" } as const;
    const draft = {
      ...DRAFT,
      events: [
        { ...undated, slug: "undated" },
        EVENT,
        { ...EVENT, slug: "year", when: "2023", citations: [citation] },
      ],
    };
    expect(toDataset(draft, making).events.map(({ slug }) => slug)).toEqual(["year", "arrival", "undated"]);
  });

  it.each<[string, Draft, string]>([
    ["a broken slug", { ...DRAFT, slug: "A Visit" }, "Dossier A Visit: the slug"],
    ["an unknown zone", { ...DRAFT, zone: "Asia/Pyongsong" }, "no time zone is called “Asia/Pyongsong”"],
    ["a NUL", { ...DRAFT, title: "a\0b" }, "The title holds a NUL character at index 1"],
    ["a lone surrogate", withSource({ text: "\ud83d" }), "Source gazette: the text holds a lone surrogate"],
    ["an empty title", withEvent({ title: "" }), "Event arrival: the title is empty"],
    [
      "a title beyond the limit",
      withEvent({ title: "x".repeat(2001) }),
      "is 2001 characters long; at most 2000",
    ],
    ["no calendar day", withSource({ publishedOn: "2023-02-29" }), "“2023-02-29” is no calendar day"],
    ["no language", withSource({ language: "English!" }), "“English!” is no language tag"],
    [
      "a script for an address",
      withSource({ url: "javascript:alert(1)" }),
      "“javascript:alert(1)” is no address",
    ],
    [
      "a quotation that is not there",
      withSource({ passages: [{ slug: "x", exact: "on Sunday" }] }),
      "Passage x: source gazette does not say “on Sunday”",
    ],
    [
      "a quotation that is there twice",
      withSource({ passages: [{ slug: "x", exact: "envoy" }] }),
      "says “envoy” 2 times; state which",
    ],
    [
      "an occurrence too many",
      withSource({ passages: [{ slug: "x", exact: "envoy", occurrence: 3 }] }),
      "2 times, not 3",
    ],
    ["a slug used twice", { ...DRAFT, sources: [SOURCE, SOURCE] }, "Source gazette: the slug is used twice"],
    ["a longitude off the globe", withPlace({ lon: 181 }), "Place seoul: longitude 181"],
    ["a latitude that is no number", withPlace({ lat: Number.NaN }), "Place seoul: latitude NaN"],
    [
      "a radius for a city",
      withPlace({ radiusKm: 10 }),
      "a radius of 10 km does not suit the precision city",
    ],
    ["no citation", withEvent({ citations: [] }), "Event arrival: no passage reports it"],
    [
      "an unknown passage",
      withEvent({ citations: [{ passage: "nope", assertion: "occurred" }] }),
      "Event arrival: there is no passage nope",
    ],
    [
      "a passage cited twice",
      withEvent({ citations: [...EVENT.citations, ...EVENT.citations] }),
      "the passage came is cited twice",
    ],
    [
      "time words that are not said",
      withEvent({ citations: [{ passage: "came", assertion: "occurred", timeWords: "on Monday" }] }),
      "the passage does not say “on Monday”",
    ],
    ["an impossible date", withEvent({ when: "2023-02-30" }), "Event arrival: "],
    ["a year before the first", withEvent({ when: "-0044-03-15" }), "-0044-03-15"],
    [
      "a date on nothing",
      { ...DRAFT, events: [{ ...EVENT, basis: "leave" }] },
      "2023-01-29 rests on leave, which it does not cite",
    ],
    ["a date against its basis", withEvent({ when: "2022" }), "2022 rests on came, which says 2023-01-29"],
    ["an origin without a leg", withEvent({ origin: "seoul" }), "only a leg has an origin"],
    [
      "an unknown actor",
      withEvent({ participations: [{ actor: "spy", role: "" }] }),
      "there is no actor spy",
    ],
    [
      "a playhead out of the window",
      { ...DRAFT, opening: { from: "2023-01-01", to: "2023-01-02", playhead: "2023-01-03T00:00" } },
      "lies outside 2023-01-01–2023-01-02",
    ],
    [
      "a window without an end",
      { ...DRAFT, opening: { from: "2023-01-01", to: "2023-01-02/..", playhead: "2023-01-01" } },
      "must have no open end",
    ],
  ])("refuses %s, naming it", (_, draft, message) => {
    expect(() => toDataset(draft, making)).toThrow(message);
  });

  it("refuses a date of which the basis is not named", () => {
    const { basis: _, ...unfounded } = EVENT;
    expect(() => toDataset({ ...DRAFT, events: [unfounded] }, making)).toThrow("is not named");
  });
});
