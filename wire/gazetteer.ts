import * as z from "zod";
import { PLACE_KINDS } from "@/core/geo/gazetteer";
import type { FoundPlace } from "@/core/geo/search-gazetteer";
import { LONGEST_QUERY } from "./search";

/** To be shown wherever places of the gazetteer are, as its licence asks. */
export const GAZETTEER_CREDIT = "GeoNames, CC BY 4.0";

const MOST_PLACES = 50;
const USUAL_PLACES = 10;

const CountriesSchema = z
  .array(z.string().regex(/^[A-Z]{2}$/, "expected codes of two capital letters"))
  .max(20)
  .default([])
  .describe("ISO 3166-1 alpha-2: places in these countries come first among those that fit alike.");

/** The parameters of the gazetteer in the shape that `parseQuery` gives them. */
export const GazetteerQuerySchema = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_QUERY)
    .describe("The beginning of a name; after a comma, of its country or region: Paris, Texas."),
  near: z
    .array(z.number())
    .length(2)
    .refine(isPoint, "expected lon,lat in degrees")
    .optional()
    .describe("lon,lat in degrees: what is near comes first among places that fit alike."),
  country: CountriesSchema,
  limit: z.int().min(1).max(MOST_PLACES).default(USUAL_PLACES),
});

const MOST_CHARACTERS = 4000;

/** The parameters of the places in a passage in the shape that `parseQuery` gives them. */
export const NamedPlacesQuerySchema = z.strictObject({
  text: z.string().min(1).max(MOST_CHARACTERS).describe("The passage."),
  country: CountriesSchema,
});

const GazetteerPlaceSchema = z
  .strictObject({
    name: z.string(),
    kind: z.enum(PLACE_KINDS),
    lon: z.number(),
    lat: z.number(),
    precision: z.enum(PLACE_KINDS).describe("The precision that a place of this kind has in a dossier."),
    radiusKm: z.number().nullable().describe("Of a region: how far its cities lie from its coordinates."),
    geonamesId: z.int().nullable(),
    countryCode: z.string().describe("ISO 3166-1 alpha-2; XK for Kosovo."),
    country: z.string(),
    region: z.string().nullable().describe("The first-level region that a city lies in."),
    zone: z.string().describe("IANA time zone; of a country or region, its capital's or largest city's."),
    population: z.int().describe("Of a country or region, the sum of its cities."),
    matched: z.string().describe("The name that was found, which may be another than `name`."),
  })
  .meta({ id: "GazetteerPlace" });

export const GazetteerSchema = z
  .strictObject({
    items: z.array(GazetteerPlaceSchema).describe("Whole names first, then by population."),
    credit: z.string().describe("To be shown with the places."),
  })
  .meta({ id: "Gazetteer" });

export const NamedPlacesSchema = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          start: z.int().describe("Offset in the passage, in Unicode code points."),
          end: z.int().describe("Exclusive."),
          words: z.string(),
          rule: z.enum(["dateline", "named in the passage"]),
          place: GazetteerPlaceSchema,
        }),
      )
      .describe("The dateline's first, then in order. Suggestions: a surname may be a town."),
    credit: z.string().describe("To be shown with the places."),
  })
  .meta({ id: "NamedPlaces" });

export type WireNamedPlaces = z.infer<typeof NamedPlacesSchema>;
export type WireGazetteer = z.infer<typeof GazetteerSchema>;

export function encodeFoundPlace({ isExact: _, ...place }: FoundPlace): WireGazetteer["items"][number] {
  return { ...place, precision: place.kind };
}

function isPoint([lon = 0, lat = 0]: readonly number[]): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
