import * as z from "zod";
import { VISIBILITIES } from "@/core/record/roles";
import {
  ACTOR_KINDS,
  ASSERTIONS,
  CATEGORIES,
  COVERAGES,
  PLACE_PRECISIONS,
  STATUSES,
} from "@/core/record/vocabulary";
import { PRECISIONS } from "@/core/time/when";

// The answers of the public interface. Things are named by slug, as in addresses; instants are milliseconds since
// 1970-01-01T00:00Z, which unlike ISO strings are the same for every year and every reader.

const Instant = z.int().describe("Milliseconds since 1970-01-01T00:00Z.");
const Day = z.string().describe("Calendar day YYYY-MM-DD.");
const Slug = z.string();
const Version = z.int().describe("Grows with every change; If-Match names the one that a writer saw.");

export const WhenSchema = z
  .strictObject({
    edtf: z.string().describe("ISO 8601-2, levels 0 and 1."),
    zone: z.string().describe("IANA zone of the place, in which the date is read."),
    beginEarliest: Instant.nullable(),
    beginLatest: Instant.nullable(),
    endEarliest: Instant.nullable(),
    endLatest: Instant.nullable(),
    precision: z.enum(PRECISIONS),
    approximate: z.boolean(),
    uncertain: z.boolean(),
  })
  .describe("A date as precise as its source; the bounds are half-open, null is unbounded.")
  .meta({ id: "When" });

export const PlaceSchema = z
  .strictObject({
    slug: Slug,
    name: z.string(),
    lon: z.number(),
    lat: z.number(),
    precision: z.enum(PLACE_PRECISIONS),
    radiusKm: z.number().nullable(),
    geonamesId: z.int().nullable(),
    countryCode: z.string().nullable(),
    zone: z.string(),
  })
  .meta({ id: "Place" });

export const ActorSchema = z
  .strictObject({ slug: Slug, name: z.string(), kind: z.enum(ACTOR_KINDS) })
  .meta({ id: "Actor" });

export const SourceSchema = z
  .strictObject({
    slug: Slug,
    title: z.string(),
    publisher: z.string(),
    byline: z.string().nullable(),
    language: z.string(),
    url: z.string().nullable(),
    publishedOn: Day,
    retrievedOn: Day.nullable(),
    coverage: z.enum(COVERAGES),
    publishes: z
      .enum(COVERAGES)
      .describe(
        "How much of the text those see who may not change it; of `excerpts` they get a text of excerpts.",
      ),
    sha256: z.string().describe("Of the text in UTF-8, as it is given."),
    version: Version,
  })
  .meta({ id: "Source" });

export const PassageSchema = z
  .strictObject({
    slug: Slug,
    sha256: z
      .string()
      .describe("Of the text that it quotes: its source's present one, or else an earlier one, by `texts`."),
    isKept: z.boolean().describe("Whether somebody decided that it stays with an earlier text."),
    start: z.int().describe("In Unicode code points of the source's text."),
    end: z.int(),
    exact: z.string().describe("The text from start to end, verbatim."),
    prefix: z.string(),
    suffix: z.string(),
  })
  .meta({ id: "Passage" });

export const CitationSchema = z
  .strictObject({
    id: z.uuid(),
    assertion: z.enum(ASSERTIONS),
    disagrees: z
      .enum(["date", "assertion"])
      .nullable()
      .describe("In what the citation departs from the event's reading."),
    isBasis: z.boolean().describe("Whether the event's date rests on this citation."),
    timeWords: z.string().nullable(),
    when: WhenSchema.nullable(),
    timeRule: z.string().nullable(),
    placeWords: z.string().nullable(),
    speaker: z.string().nullable(),
    passage: PassageSchema,
    source: SourceSchema,
  })
  .meta({ id: "Citation" });

export const EventSchema = z
  .strictObject({
    id: z.uuid(),
    slug: Slug,
    title: z.string(),
    category: z.enum(CATEGORIES),
    status: z.enum(STATUSES).describe("What the citations together make of it."),
    when: WhenSchema.nullable(),
    place: PlaceSchema.nullable(),
    placeRule: z.string().nullable(),
    isLeg: z.boolean(),
    origin: PlaceSchema.nullable(),
    participations: z.array(z.strictObject({ actor: ActorSchema, role: z.string() })),
    citations: z.array(CitationSchema).describe("Newest publication first."),
    version: Version,
    page: z.string().describe("Path of the event's own page."),
  })
  .meta({ id: "Event" });

export const EventsPageSchema = z
  .strictObject({
    items: z.array(EventSchema).describe("In time order, then the undated."),
    next: z.string().nullable().describe("Cursor of the next page; null at the end."),
  })
  .meta({ id: "EventsPage" });

export const SourceDetailSchema = SourceSchema.extend({
  text: z.string(),
  texts: z
    .array(z.strictObject({ number: z.int(), sha256: z.string(), addedAt: Instant.nullable() }))
    .describe("The texts that it has had, oldest first; `?text=` asks for one by its number."),
  page: z.string().describe("Path of the source's own page."),
  passages: z.array(
    PassageSchema.extend({
      events: z.array(z.strictObject({ slug: Slug, title: z.string(), assertion: z.enum(ASSERTIONS) })),
    }),
  ),
}).meta({ id: "SourceDetail" });

export const DossierSummarySchema = z
  .strictObject({
    slug: Slug,
    title: z.string(),
    summary: z.string(),
    zone: z.string(),
    events: z.int(),
    sources: z.int(),
    places: z.int(),
    visibility: z.enum(VISIBILITIES).describe("`public`, but for what only its members are shown."),
    first: Instant.nullable(),
    last: Instant.nullable(),
    page: z.string().describe("Path of the dossier's dashboard."),
  })
  .meta({ id: "DossierSummary" });

export const DossiersSchema = z
  .strictObject({ items: z.array(DossierSummarySchema), next: z.string().nullable() })
  .meta({ id: "Dossiers" });

const MapView = z.strictObject({ lon: z.number(), lat: z.number(), zoom: z.number() });

export const DossierDetailSchema = z
  .strictObject({
    slug: Slug,
    title: z.string(),
    summary: z.string(),
    zone: z.string(),
    opening: z
      .strictObject({ start: Instant, end: Instant, playhead: Instant, map: MapView.nullable() })
      .nullable(),
    version: Version,
    sources: z.array(SourceSchema),
    places: z.array(PlaceSchema),
    actors: z.array(ActorSchema),
    page: z.string(),
  })
  .meta({ id: "Dossier" });

export const SearchSchema = z.strictObject({ ids: z.array(z.uuid()) }).meta({ id: "Search" });

export const CountsSchema = z
  .strictObject({
    from: Instant.describe("The begin of the UTC day in which the window begins."),
    to: Instant,
    placed: z.int(),
    unplaced: z.int(),
    level: z.int().describe("The Web Mercator square is 2^level cells wide."),
    cells: z.array(
      z.strictObject({
        cell: z.int().describe("x * 2^level + y from west and north; -1 has no place."),
        category: z.enum(CATEGORIES),
        events: z.int(),
      }),
    ),
  })
  .meta({ id: "Counts" });

/** The dashboard's own bytes, whose version is checked by the program that reads them. */
export const DatasetSchema = z
  .looseObject({ version: z.int(), dossier: z.looseObject({ slug: Slug }) })
  .meta({ id: "Dataset" });

export type WireEvent = z.infer<typeof EventSchema>;
export type WireWhen = z.infer<typeof WhenSchema>;
export type WirePlace = z.infer<typeof PlaceSchema>;
export type WireActor = z.infer<typeof ActorSchema>;
export type WireSource = z.infer<typeof SourceSchema>;
export type WirePassage = z.infer<typeof PassageSchema>;
export type WireCitation = z.infer<typeof CitationSchema>;
export type WireEventsPage = z.infer<typeof EventsPageSchema>;
export type WireSourceDetail = z.infer<typeof SourceDetailSchema>;
export type WireCounts = z.infer<typeof CountsSchema>;
export type WireDossiers = z.infer<typeof DossiersSchema>;
export type WireDossierDetail = z.infer<typeof DossierDetailSchema>;
