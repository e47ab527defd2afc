import { describe, expect, it } from "vitest";
import { toWhen } from "../time/edtf";
import type { Zone } from "../time/zone";
import { toEventDifference, toSourceDifference } from "./difference";
import type { Citation, DossierEvent, Source } from "./record";

const SEOUL = "Asia/Seoul" as Zone;
const NAMES = {
  places: new Map([["p1", "Seoul"]]),
  actors: new Map([["a1", "Jens Stoltenberg"]]),
  quotes: new Map([["q1", "arrived on Sunday"]]),
};

const CITATION: Citation = {
  ...{ id: "c1", passageId: "q1", assertion: "planned", timeWords: "Sunday", timeRule: null },
  ...{ when: toWhen("2023-01-29", SEOUL), placeWords: null, speaker: null },
};

const EVENT: DossierEvent = {
  ...{ id: "e1", slug: "arrival", title: "Arrival", category: "diplomacy", basisId: "c1", version: 1 },
  when: toWhen("2023-01-29", SEOUL),
  ...{ placeId: "p1", placeRule: null, isLeg: false, originId: null },
  participations: [{ actorId: "a1", role: "visitor" }],
  citations: [CITATION],
};

describe("toEventDifference", () => {
  it("says nothing of states that say the same, whatever their version", () => {
    expect(toEventDifference(EVENT, { ...EVENT, version: 2 }, NAMES)).toEqual([]);
  });

  it("tells dates, places and actors in words", () => {
    const after: DossierEvent = {
      ...EVENT,
      ...{ title: "Landing", when: toWhen("2023-01", SEOUL), placeId: null, isLeg: true },
      participations: [],
    };
    expect(toEventDifference(EVENT, after, NAMES)).toEqual([
      { field: "title", of: null, before: "Arrival", after: "Landing" },
      { field: "when", of: null, before: "Sunday 29 January 2023", after: "January 2023" },
      { field: "place", of: null, before: "Seoul", after: null },
      { field: "isLeg", of: null, before: null, after: "a journey" },
      { field: "participations", of: null, before: "Jens Stoltenberg (visitor)", after: null },
    ]);
  });

  it("tells what became of a citation under its quotation", () => {
    const after: DossierEvent = {
      ...EVENT,
      citations: [
        { ...CITATION, assertion: "occurred" },
        { ...CITATION, id: "c2", passageId: "gone", timeWords: null, when: null },
      ],
    };
    expect(toEventDifference(EVENT, after, NAMES)).toEqual([
      { field: "assertion", of: "arrived on Sunday", before: "planned", after: "occurred" },
      { field: "assertion", of: "gone", before: null, after: "planned" },
    ]);
  });

  it("tells all of an event that is new, and of one that went", () => {
    const made = toEventDifference(null, EVENT, NAMES);
    expect(made.map(({ field }) => field)).toEqual([
      ...["title", "category", "when", "basis", "place", "participations", "assertion", "timeWords", "when"],
    ]);
    const gone = toEventDifference(EVENT, null, NAMES);
    expect(gone.map(({ field, before, after }) => [field, after, before])).toEqual(
      made.map(({ field, before, after }) => [field, before, after]),
    );
  });
});

it("toSourceDifference leaves out the text and what is nowhere", () => {
  const source = {
    ...{ id: "s", slug: "s", title: "T", publisher: "P", byline: null, language: "en", url: null },
    ...{ publishedOn: "2023-01-30", retrievedOn: null, coverage: "full", text: "x", sha256: "y", version: 1 },
  } as Source;
  expect(toSourceDifference(source, { ...source, byline: "A. Writer", text: "" })).toEqual([
    { field: "byline", of: null, before: null, after: "A. Writer" },
  ]);
});
