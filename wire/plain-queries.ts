import * as z from "zod";
import { ReportedBySchema } from "./event-query";
import { QuerySchema } from "./text-query";

/** For resources that take no parameter: an unknown one is a mistake that must not pass unseen. */
export const NoQuerySchema = z.strictObject({});

export const AsQuerySchema = z.strictObject({ as: ReportedBySchema });

export const SearchQuerySchema = z.strictObject({
  q: QuerySchema,
});
