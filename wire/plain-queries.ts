import * as z from "zod";
import { ReportedBySchema } from "./event-query";
import { LONGEST_QUERY } from "./search";

/** For resources that take no parameter: an unknown one is a mistake that must not pass unseen. */
export const NoQuerySchema = z.strictObject({});

export const AsQuerySchema = z.strictObject({ as: ReportedBySchema });

export const SearchQuerySchema = z.strictObject({
  q: z.string().trim().min(1).max(LONGEST_QUERY).describe("Words in an event's title or in its passages."),
});
