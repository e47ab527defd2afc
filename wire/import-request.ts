import * as z from "zod";
import { DATE_ORDERS } from "@/core/import/date-cell";
import type { FormatName } from "@/core/import/format";
import { FIELDS } from "@/core/import/mapping";
import { isSlug, LIMITS } from "@/core/record/limits";
import { ACTOR_KINDS } from "@/core/record/vocabulary";
import { parseDay } from "@/core/time/day";
import { parseZone } from "@/core/time/zone";
import type { ImportRequest, ReadingRequest } from "./import";
import { textUpTo } from "./text";

const FORMAT_NAMES = [
  ...["dateline", "csv", "ucdp", "acled", "geojson", "timelinejs-csv", "timelinejs-json"],
] as const satisfies readonly string[] as readonly FormatName[];

const Column = textUpTo(LIMITS.name).min(1);

const MappingSchema = z.strictObject({
  columns: z.partialRecord(z.enum(FIELDS), Column),
  keyWithin: Column.optional(),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  actorKind: z.enum(ACTOR_KINDS),
});

const READING = {
  format: z.enum(FORMAT_NAMES).nullable(),
  mapping: MappingSchema.nullable(),
  zone: z
    .string()
    .refine((zone) => parseZone(zone) !== null, "There is no such time zone.")
    .nullable(),
  published: z
    .string()
    .refine((day) => parseDay(day) !== null, "This is no day YYYY-MM-DD.")
    .nullable(),
  publisher: textUpTo(LIMITS.name).min(1).nullable(),
  language: z
    .string()
    .max(LIMITS.language)
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "This is no language tag.")
    .nullable(),
};

export const ReadingRequestSchema = z.strictObject(READING) as z.ZodType<ReadingRequest>;

export const ImportRequestSchema = z.strictObject({
  ...READING,
  dossier: z.strictObject({
    slug: z.string().refine(isSlug, "Expected lower-case words joined by hyphens."),
    title: textUpTo(LIMITS.title).min(1).nullable(),
  }),
  skipsBad: z.boolean(),
}) as z.ZodType<ImportRequest>;
