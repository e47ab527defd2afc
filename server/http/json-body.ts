import type * as z from "zod";
import type { Fault } from "@/wire/problem";
import { Refusal } from "./refusal";

const MOST_CHARACTERS = 100_000;

/** The body of a request as JSON of this shape; throws a Refusal that names what is wrong. */
export async function readJsonBody<T>(
  request: Request,
  schema: z.ZodType<T>,
  most = MOST_CHARACTERS,
): Promise<T> {
  checkType(request, "application/json");
  const tooLong = new Refusal(413, `The request is longer than ${most / 1000} kB.`);
  if (Number(request.headers.get("content-length") ?? "0") > most) throw tooLong;
  const text = await request.text();
  if (text.length > most) throw tooLong;
  return parseBody(text, schema);
}

/** The text as JSON of this shape; throws a Refusal that names what is wrong. */
export function parseBody<S extends z.ZodType>(text: string, schema: S): z.output<S> {
  const result = schema.safeParse(parse(text));
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) => toFaults(issue, []));
  throw new Refusal(422, "The request has faults.", faults);
}

type Issue = z.core.$ZodIssue;

// Of a value that may be one thing or another the form is meant that it comes nearest to.
function toFaults(issue: Issue, above: readonly PropertyKey[]): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => toFault([...path, key], "There is no such field."));
  }
  const [nearest] =
    issue.code === "invalid_union" ? issue.errors.toSorted((a, b) => a.length - b.length) : [];
  return nearest ? nearest.flatMap((inner) => toFaults(inner, path)) : [toFault(path, issue.message)];
}

function toFault(path: readonly PropertyKey[], reason: string): Fault {
  return { parameter: path.map(String).join("."), value: null, reason };
}

/** No form of another site can send these types without asking first. */
export function checkType(request: Request, type: string): void {
  const [given = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (given.trim().toLowerCase() !== type) throw new Refusal(415, `The content type has to be ${type}.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "The request is no JSON.");
  }
}
