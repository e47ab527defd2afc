import { randomUUID } from "node:crypto";
import { PROBLEM_TYPE, type Problem, toProblem } from "@/wire/problem";
import { DatabaseAway } from "../database-away";
import { Refusal } from "./refusal";

// What a client that was turned away waits before it asks again; a restart of the database takes about that long.
export const RETRY_SECONDS = 2;

/** What a caller is told of a failure; what nobody expected goes to the log under a name of its own. */
export function toFailure(request: Request, error: unknown): Response {
  if (error instanceof Refusal) {
    const { status, message, faults, details, headers } = error;
    const problem = toProblem(status, message, { ...details, ...(faults ? { faults } : {}) });
    return toProblemResponse(request, problem, headers);
  }
  if (error instanceof DatabaseAway) {
    return toProblemResponse(request, toProblem(503, "The database is away. Please try again."), {
      "retry-after": String(RETRY_SECONDS),
    });
  }
  const id = randomUUID();
  // The reader is told a name to ask for; what happened is for the log alone.
  console.error(`Failure ${id} at ${request.method} ${new URL(request.url).pathname}:`, error);
  return toProblemResponse(
    request,
    toProblem(500, "Something went wrong. The failure is in the log.", { id }),
  );
}

/** A problem as an answer, which nobody keeps. */
export function toProblemResponse(
  request: Request,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(request.method === "HEAD" ? null : JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": PROBLEM_TYPE, "cache-control": "no-store", ...headers },
  });
}
