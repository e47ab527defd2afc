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

/** RFC 9457. */
export const ProblemSchema = z
  .strictObject({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    faults: z.array(FaultSchema).optional().describe("Every parameter that is wrong."),
    id: z.string().optional().describe("Names this failure in the server's log."),
  })
  .meta({ id: "Problem" });

export type Fault = z.infer<typeof FaultSchema>;
export type Problem = z.infer<typeof ProblemSchema>;

const TITLES: Record<ProblemStatus, string> = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

export type ProblemStatus = 400 | 403 | 404 | 405 | 413 | 415 | 422 | 500 | 503;

export function toProblem(
  status: ProblemStatus,
  detail: string,
  more: { faults?: readonly Fault[]; id?: string } = {},
): Problem {
  return {
    type: "about:blank",
    title: TITLES[status],
    status,
    detail,
    ...(more.faults ? { faults: [...more.faults] } : {}),
    ...(more.id === undefined ? {} : { id: more.id }),
  };
}
