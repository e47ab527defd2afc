import * as z from "zod";

export const PROBLEM_TYPE = "application/problem+json";

/** One parameter that could not be followed. */
export const FaultSchema = z
  .strictObject({
    parameter: z.string(),
    value: z.string().nullable(),
    reason: z.string(),
  })
  .meta({ id: "Fault" });

/** What is told of a thing that was deleted. */
export const TombstoneSchema = z
  .strictObject({
    slug: z.string(),
    at: z.int().describe("When it was deleted, in milliseconds since 1970-01-01T00:00Z."),
    reason: z.string().nullable(),
    mergedInto: z.string().nullable().describe("The slug of the event that it became a part of."),
    canBeRestored: z.boolean(),
  })
  .meta({ id: "Tombstone" });

/** RFC 9457. */
export const ProblemSchema = z
  .strictObject({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    faults: z.array(FaultSchema).optional().describe("Every parameter that is wrong."),
    id: z.string().optional().describe("Names this failure in the server's log."),
    present: z.unknown().optional().describe("What a writer did not see: the thing as it is by now."),
    tombstone: TombstoneSchema.optional(),
  })
  .meta({ id: "Problem" });

export type Fault = z.infer<typeof FaultSchema>;
export type Problem = z.infer<typeof ProblemSchema>;

const TITLES: Record<ProblemStatus, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  410: "Gone",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  428: "Precondition Required",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

export type ProblemStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 409
  | 410
  | 412
  | 413
  | 415
  | 422
  | 428
  | 429
  | 500
  | 503;

/** What a problem may tell beside its reason. */
export type ProblemDetails = Pick<Problem, "present" | "tombstone">;

export function toProblem(
  status: ProblemStatus,
  detail: string,
  more: ProblemDetails & { faults?: readonly Fault[]; id?: string } = {},
): Problem {
  return {
    type: "about:blank",
    title: TITLES[status],
    status,
    detail,
    ...(more.faults ? { faults: [...more.faults] } : {}),
    ...(more.id === undefined ? {} : { id: more.id }),
    ...(more.present === undefined ? {} : { present: more.present }),
    ...(more.tombstone === undefined ? {} : { tombstone: more.tombstone }),
  };
}
