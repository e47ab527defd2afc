import type { DraftEvent } from "@/core/record/draft";
import { VISIT_EVENTS } from "./stoltenberg-visit-events";

const BACKGROUND_EVENTS: readonly DraftEvent[] = [
  {
    slug: "nato-summit-madrid",
    title: "Yoon and Kishida attend the NATO summit",
    category: "diplomacy",
    when: "2022-06-29/2022-06-30",
    basis: "nato-chey-summit",
    place: "madrid",
    placeRule: "named in the passage",
    participations: [
      { actor: "yoon-suk-yeol", role: "President of South Korea, observer" },
      { actor: "fumio-kishida", role: "Prime Minister of Japan, observer" },
      { actor: "nato", role: "host" },
    ],
    citations: [
      {
        passage: "reuters-summit",
        assertion: "occurred",
        timeWords: "last year",
        when: "2022",
        timeRule: "the year before the report’s",
      },
      {
        passage: "nato-chey-summit",
        assertion: "occurred",
        timeWords: "last June",
        when: "2022-06",
        timeRule: "the June before the speech of 30 January 2023",
        placeWords: "Madrid",
        speaker: "Jens Stoltenberg",
      },
      {
        passage: "nato-park-summit",
        assertion: "occurred",
        timeWords: "in July last year",
        when: "2022-07",
        timeRule: "July of the year before the remarks",
        placeWords: "Madrid",
      },
    ],
  },
  {
    slug: "mission-to-nato",
    title: "South Korea opens its first mission to NATO",
    category: "institution",
    when: "2022-11-22",
    basis: "yonhap-mission",
    place: "brussels",
    placeRule: "named in the passage",
    participations: [
      { actor: "south-korea", role: "opens the mission" },
      { actor: "yoon-soon-gu", role: "head of the mission" },
      { actor: "jens-stoltenberg", role: "receives the credentials" },
      { actor: "nato", role: "accredits the mission" },
    ],
    citations: [
      {
        passage: "reuters-mission",
        assertion: "occurred",
        timeWords: "Following the summit",
        when: "2022-06-30/2023-01-29",
        timeRule: "after the summit’s last day, before the report",
      },
      {
        passage: "yonhap-mission",
        assertion: "planned",
        timeWords: "on Tuesday (local time)",
        when: "2022-11-22",
        timeRule: "the Tuesday after publication on Monday 21 November 2022",
        placeWords: "in Brussels",
      },
      {
        passage: "nato-chey-mission",
        assertion: "occurred",
        timeWords: "last November",
        when: "2022-11",
        timeRule: "the November before the speech of 30 January 2023",
        speaker: "Jens Stoltenberg",
      },
    ],
  },
  {
    slug: "chinese-media-warn",
    title: "Chinese state media warn against attending the summit",
    category: "statement",
    when: "../2022-06-29",
    basis: "reuters-warning",
    participations: [
      { actor: "chinese-state-media", role: "warn" },
      { actor: "south-korea", role: "warned" },
      { actor: "japan", role: "warned" },
    ],
    citations: [
      {
        passage: "reuters-warning",
        assertion: "occurred",
        timeWords: "had warned",
        when: "../2022-06-29",
        timeRule: "no date given: before the summit that it warned against",
      },
    ],
  },
  {
    slug: "wef-interview",
    title: "Stoltenberg’s television interview at the WEF",
    category: "statement",
    when: "2023-01-18",
    basis: "reuters-davos",
    place: "davos",
    placeRule: "named in the passage, the caption of a photograph",
    participations: [{ actor: "jens-stoltenberg", role: "Secretary General of NATO" }],
    citations: [
      {
        passage: "reuters-davos",
        assertion: "occurred",
        timeWords: "January 18, 2023",
        when: "2023-01-18",
        timeRule: "the caption’s own date",
        placeWords: "Davos, Switzerland",
      },
    ],
  },
  {
    slug: "tank-decision",
    title: "U.S. decision to send tanks to Ukraine",
    category: "military",
    when: "../2023-01-28",
    basis: "reuters-tanks",
    participations: [{ actor: "united-states", role: "decides" }],
    citations: [
      {
        passage: "reuters-tanks",
        assertion: "occurred",
        when: "../2023-01-28",
        timeRule: "no date given: criticised for a second day on 29 January 2023, so taken by the 28th",
      },
    ],
  },
  {
    slug: "north-korea-denounces-tanks",
    title: "North Korea denounces the tank decision",
    category: "statement",
    when: "2023-01-28/2023-01-29",
    basis: "reuters-north-korea",
    participations: [
      { actor: "north-korea", role: "criticises" },
      { actor: "united-states", role: "criticised" },
    ],
    citations: [
      {
        passage: "reuters-north-korea",
        assertion: "occurred",
        timeWords: "on Sunday criticised for a second day",
        when: "2023-01-28/2023-01-29",
        timeRule: "Sunday, from the report’s date, and the day before it",
        speaker: "North Korea",
      },
    ],
  },
  {
    slug: "arming-russia",
    title: "North Korea is accused of arming Russia",
    category: "military",
    participations: [
      { actor: "north-korea", role: "accused, denies" },
      { actor: "russia", role: "denies" },
      { actor: "united-states", role: "accuses" },
    ],
    citations: [
      {
        passage: "reuters-weapons-claimed",
        assertion: "claimed",
        timeRule: "no date given",
        speaker: "the United States",
      },
      {
        passage: "reuters-weapons-denied",
        assertion: "denied",
        timeRule: "no date given",
        speaker: "North Korea and Russia",
      },
    ],
  },
];

/** The sixteen events, each date with the words and the rule that it comes from. */
export const EVENTS: readonly DraftEvent[] = [...BACKGROUND_EVENTS, ...VISIT_EVENTS];
