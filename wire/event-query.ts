import * as z from "zod";
import { isSlug } from "@/core/record/limits";
import { CATEGORIES, type Category, STATUSES, type Status } from "@/core/record/vocabulary";
import { type Day, parseDay } from "@/core/time/day";
import type { Instant } from "@/core/time/instant";
import { parseViewInstant } from "@/core/time/parse-view-time";
import type { Zone } from "@/core/time/zone";
import type { Cursor } from "./cursor";
import { decodeCursor } from "./decode-cursor";
import type { Fault } from "./problem";
import { parseQuery } from "./query";
import { QuerySchema } from "./text-query";

export const MOST_EVENTS = 200;
const USUAL_EVENTS = 50;

/** Degrees; `west` greater than `east` crosses the date line. */
export type BoundingBox = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** What a caller of the events asks for; an empty list and `null` let everything through. */
export type EventQuery = {
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly bbox: BoundingBox | null;
  readonly q: string | null;
  readonly cat: readonly Category[];
  readonly actor: readonly string[];
  readonly place: readonly string[];
  readonly source: readonly string[];
  readonly status: readonly Status[];
  readonly reportedBy: Day | null;
  readonly cursor: Cursor | null;
  readonly limit: number;
};

const MOMENT = "YYYY-MM-DD (the day in the dossier's zone) or YYYY-MM-DDThh:mmZ";
const Slugs = z.array(z.string().refine(isSlug, "expected a slug")).max(100).default([]);

export const ReportedBySchema = z
  .string()
  .refine((text) => parseDay(text) !== null, "expected a calendar day YYYY-MM-DD")
  .optional()
  .describe("Only sources published up to this day count, YYYY-MM-DD.");

/** The parameters of the events in the shape that `parseQuery` gives them. */
export const EventQuerySchema = z.strictObject({
  from: z.string().optional().describe(`Only events whose date reaches past this: ${MOMENT}.`),
  to: z
    .string()
    .max(40)
    .optional()
    .describe(`Only events whose date begins before the end of this: ${MOMENT}.`),
  bbox: z
    .array(z.number())
    .length(4)
    .refine(isBox, "expected west,south,east,north in degrees")
    .optional()
    .describe("west,south,east,north in degrees; west greater than east crosses the date line."),
  q: QuerySchema.optional(),
  cat: z.array(z.enum(CATEGORIES)).default([]),
  actor: Slugs,
  place: Slugs,
  source: Slugs,
  status: z.array(z.enum(STATUSES)).default([]),
  as: ReportedBySchema,
  cursor: z.string().optional().describe("What the page before gave as `next`."),
  limit: z.int().min(1).max(MOST_EVENTS).default(USUAL_EVENTS),
});

type Parsed = {
  readonly query: (z.output<typeof UnpagedQuerySchema> & { readonly limit?: number }) | null;
  readonly faults: readonly Fault[];
};

/** The same of a resource that has no pages. */
export const UnpagedQuerySchema = EventQuerySchema.omit({ cursor: true, limit: true });

/** Reads the parameters, or tells everything that is wrong with them; without pages, cursor and limit are unknown. */
export function parseEventQuery(
  params: URLSearchParams,
  zone: Zone,
  pages: "paged" | "unpaged" = "paged",
): EventQuery | readonly Fault[] {
  const schema: z.ZodObject = pages === "paged" ? EventQuerySchema : UnpagedQuerySchema;
  const parsed = parseQuery(schema, params, ["cat", "actor", "place", "source", "status"]) as Parsed;
  const faults: Fault[] = [...parsed.faults];
  const read = <T>(parameter: string, parse: (text: string) => T | null, reason: string): T | null => {
    const text = params.get(parameter);
    if (text === null) return null;
    const value = parse(text);
    if (value === null) faults.push({ parameter, value: text, reason });
    return value;
  };

  const from = read("from", (text) => parseViewInstant(text, zone, "start"), `expected ${MOMENT}`);
  const to = read("to", (text) => parseViewInstant(text, zone, "end"), `expected ${MOMENT}`);
  const cursor = read("cursor", decodeCursor, "expected a cursor that this interface gave");
  if (from !== null && to !== null && from >= to) {
    faults.push({ parameter: "to", value: params.get("to"), reason: "expected a moment after `from`" });
  }
  if (!parsed.query || faults.length > 0) return faults;

  const { bbox, q, cat, actor, place, source, status, as, limit = USUAL_EVENTS } = parsed.query;
  const [west = 0, south = 0, east = 0, north = 0] = bbox ?? [];
  return {
    from,
    to,
    bbox: bbox ? { west, south, east, north } : null,
    q: q ?? null,
    cat,
    actor,
    place,
    source,
    status,
    reportedBy: as === undefined ? null : parseDay(as),
    cursor,
    limit,
  };
}

function isBox([west = 0, south = 0, east = 0, north = 0]: readonly number[]): boolean {
  return Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && south <= north && north <= 90;
}
