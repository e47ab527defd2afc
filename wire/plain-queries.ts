import * as z from "zod";
import { FIRST_INSTANT, LAST_INSTANT } from "@/core/time/instant";
import { ReportedBySchema } from "./event-query";
import { QuerySchema } from "./text-query";

/** For resources that take no parameter: an unknown one is a mistake that must not pass unseen. */
export const NoQuerySchema = z.strictObject({});

/** An event as it was reported by a day, or as this program held it at an instant. */
export const EventStateQuerySchema = z.strictObject({
  as: ReportedBySchema,
  at: z
    .string()
    .regex(/^-?\d{1,15}$/, "expected milliseconds since 1970-01-01T00:00Z")
    .refine((text) => isInstant(Number(text)), "expected an instant within the years 1 to 9999")
    .transform(Number)
    .optional()
    .describe("As it was kept at this instant, in milliseconds since 1970-01-01T00:00Z."),
});

function isInstant(milliseconds: number): boolean {
  return milliseconds >= FIRST_INSTANT && milliseconds <= LAST_INSTANT;
}

export const SourceQuerySchema = z.strictObject({
  text: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, "expected the number of a text, from 1")
    .transform(Number)
    .optional()
    .describe("Which of the texts that it has had, from 1; otherwise the present one."),
});

export const SearchQuerySchema = z.strictObject({
  q: QuerySchema,
});
