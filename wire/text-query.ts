import * as z from "zod";
import { LONGEST_QUERY } from "./search";

/** What a person types to search; a NUL, which no text can hold, is refused before the database has to. */
export const QuerySchema = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_QUERY)
  .refine((text) => !text.includes("\0"), "expected text without NUL")
  .describe("Words in an event's title or in its passages.");
