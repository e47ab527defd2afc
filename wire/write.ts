import * as z from "zod";
import { LIMITS } from "@/core/record/limits";
import { ACTOR_KINDS, ASSERTIONS, CATEGORIES, COVERAGES, PLACE_PRECISIONS } from "@/core/record/vocabulary";
import { Text, textUpTo } from "./text";

// What a writer may ask for. Only the shape is checked here: what a text, a day or a quotation has to be is known to
// core/record, which is asked by the commands.

const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
const Why = textUpTo(LIMITS.note).min(1);
const Reason = Why.optional().describe("Why, for the history.");
const Days = Text.describe("Calendar day YYYY-MM-DD.");
const Edtf = Text.describe("EDTF, read at the event's place.");
const LARGEST_INTEGER = 2_147_483_647;

export const NewDossierSchema = z
  .strictObject({
    title: Text,
    summary: Text.default(""),
    zone: Text.describe("IANA zone of the timeline, and of every date that has no place."),
    slug: Text.optional().describe("As in the address; made from the title if it is left out."),
  })
  .meta({ id: "NewDossier" });

export const DossierPatchSchema = z
  .strictObject({ title: Text, summary: Text, reason: Why })
  .partial()
  .meta({ id: "DossierPatch" });

const Document = orNull(Text.regex(/^[0-9a-f]{64}$/, "expected SHA-256 in lower-case hexadecimal")).describe(
  "The bytes that the text was taken from, as POST /api/v1/documents names them.",
);

export const NewSourceSchema = z
  .strictObject({
    document: Document,
    title: Text,
    publisher: Text,
    byline: orNull(Text),
    language: Text.describe("BCP 47."),
    url: orNull(Text),
    publishedOn: Days,
    retrievedOn: orNull(Days),
    coverage: z.enum(COVERAGES),
    publishes: z.enum(COVERAGES).default("full"),
    text: Text,
    reason: Reason,
  })
  .meta({ id: "NewSource" });

export const NewTextSchema = z
  .strictObject({ document: Document, text: Text, reason: Reason })
  .meta({ id: "NewText" });

export const AnchorSchema = z
  .strictObject({
    start: z.int().min(0).max(LARGEST_INTEGER).describe("In Unicode code points of the source's text."),
    end: z.int().min(0).max(LARGEST_INTEGER),
    exact: Text.describe("The text from start to end, verbatim."),
    reason: Reason,
  })
  .meta({ id: "Anchor" });

export const SourcePatchSchema = z
  .strictObject({
    title: Text,
    publisher: Text,
    byline: Text.nullable(),
    language: Text,
    url: Text.nullable(),
    publishedOn: Days,
    retrievedOn: Days.nullable(),
    coverage: z.enum(COVERAGES),
    publishes: z.enum(COVERAGES),
    reason: Why,
  })
  .partial()
  .meta({ id: "SourcePatch" });

export const PlaceInputSchema = z
  .union([
    z.strictObject({ slug: Text.describe("Of a place that the dossier has.") }),
    z.strictObject({
      name: Text,
      lon: z.number(),
      lat: z.number(),
      precision: z.enum(PLACE_PRECISIONS),
      radiusKm: orNull(z.number().positive().max(20_038)),
      geonamesId: orNull(z.int().positive().max(LARGEST_INTEGER)),
      countryCode: orNull(Text),
    }),
  ])
  .meta({ id: "PlaceInput" });

const ActorInput = z.union([
  Text.describe("Slug of an actor that the dossier has."),
  z.strictObject({ name: Text, kind: z.enum(ACTOR_KINDS) }),
]);

const Participations = z.array(z.strictObject({ actor: ActorInput, role: Text.default("") })).max(200);

export const CitationInputSchema = z
  .strictObject({
    source: Text.describe("Slug of the source."),
    start: z.int().min(0).max(LARGEST_INTEGER).describe("In Unicode code points of the source's text."),
    end: z.int().min(0).max(LARGEST_INTEGER),
    exact: Text.describe("The text from start to end, verbatim."),
    assertion: z.enum(ASSERTIONS),
    timeWords: orNull(Text),
    when: orNull(Edtf),
    timeRule: orNull(Text),
    placeWords: orNull(Text),
    speaker: orNull(Text),
  })
  .meta({ id: "CitationInput" });

export const NewEventSchema = z
  .strictObject({
    title: Text,
    category: z.enum(CATEGORIES),
    when: orNull(Edtf),
    basis: orNull(z.int().min(0)).describe(
      "Which of the citations `when` rests on, from 0; of one, that one.",
    ),
    place: orNull(PlaceInputSchema),
    placeRule: orNull(Text),
    isLeg: z.boolean().default(false),
    origin: orNull(PlaceInputSchema),
    participations: Participations.default([]),
    citations: z.array(CitationInputSchema).min(1).max(200),
    reason: Reason,
  })
  .meta({ id: "NewEvent" });

const CITATION_PATCH = {
  assertion: z.enum(ASSERTIONS),
  timeWords: Text.nullable(),
  when: Edtf.nullable(),
  timeRule: Text.nullable(),
  placeWords: Text.nullable(),
  speaker: Text.nullable(),
};

export const EventPatchSchema = z
  .strictObject({
    title: Text,
    category: z.enum(CATEGORIES),
    when: Edtf.nullable(),
    basis: z.uuid().nullable().describe("The citation that the date rests on."),
    place: PlaceInputSchema.nullable(),
    placeRule: Text.nullable(),
    isLeg: z.boolean(),
    origin: PlaceInputSchema.nullable(),
    participations: Participations,
    citations: z
      .array(z.strictObject(CITATION_PATCH).partial().extend({ id: z.uuid() }))
      .max(200)
      .describe("What is read otherwise in passages that are cited already; the others stay."),
    placeOfAll: z.boolean().describe("Whether all other events at the former place go along to the new one."),
    reason: Why,
  })
  .partial()
  .meta({ id: "EventPatch" });

export const NewCitationSchema = CitationInputSchema.extend({ reason: Reason }).meta({ id: "NewCitation" });

export const CitationPatchSchema = z
  .strictObject({ ...CITATION_PATCH, reason: Why })
  .partial()
  .meta({ id: "CitationPatch" });

export const MoveSchema = z
  .strictObject({ to: Text.describe("Slug of the event that it belongs to."), reason: Reason })
  .meta({ id: "Move" });

/** What one of two events that are merged can leave to the other. */
export const MERGED_PARTS = ["title", "category", "when", "place"] as const;

export const MergeSchema = z
  .strictObject({
    into: Text.describe("Slug of the event that stays."),
    take: z
      .array(z.enum(MERGED_PARTS))
      .max(MERGED_PARTS.length)
      .default([])
      .describe("What it takes over from the event that goes; of all else it keeps its own."),
    reason: Reason,
  })
  .meta({ id: "Merge" });

export const SplitSchema = z
  .strictObject({
    citations: z.array(z.uuid()).min(1).describe("Those that report the new event."),
    title: Text,
    category: z.enum(CATEGORIES).optional(),
    when: orNull(Edtf),
    basis: orNull(z.uuid()),
    reason: Reason,
  })
  .meta({ id: "Split" });

/** What needs to be said of nothing more than why. */
export const ReasonSchema = z.strictObject({ reason: Reason }).meta({ id: "Reason" });

export type NewDossier = z.infer<typeof NewDossierSchema>;
export type DossierPatch = z.infer<typeof DossierPatchSchema>;
export type NewSource = z.infer<typeof NewSourceSchema>;
export type NewText = z.infer<typeof NewTextSchema>;
export type Anchor = z.infer<typeof AnchorSchema>;
export type SourcePatch = z.infer<typeof SourcePatchSchema>;
export type PlaceInput = z.infer<typeof PlaceInputSchema>;
export type ActorInput = z.infer<typeof ActorInput>;
export type CitationInput = z.infer<typeof CitationInputSchema>;
export type NewEvent = z.infer<typeof NewEventSchema>;
export type EventPatch = z.infer<typeof EventPatchSchema>;
export type CitationPatch = z.infer<typeof CitationPatchSchema>;
export type Merge = z.infer<typeof MergeSchema>;
export type Split = z.infer<typeof SplitSchema>;
