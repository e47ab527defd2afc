import type { Fault, ProblemDetails, ProblemStatus } from "@/wire/problem";

/** What a reader of the interface may be told instead of an answer. */
export class Refusal extends Error {
  constructor(
    readonly status: ProblemStatus,
    message: string,
    readonly faults?: readonly Fault[],
    readonly details: ProblemDetails = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
