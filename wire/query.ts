import type * as z from "zod";
import type { Fault } from "./problem";

type Parsed<S extends z.ZodType> = { query: z.output<S> | null; faults: readonly Fault[] };

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Reads query parameters by a strict schema and lists every fault, unknown names included. The parameters in
 * `lists` may be repeated or hold values between commas; no other may come twice.
 */
export function parseQuery<S extends z.ZodObject>(
  schema: S,
  params: URLSearchParams,
  lists: readonly string[] = [],
): Parsed<S> {
  const faults: Fault[] = [];
  const values: Record<string, unknown> = Object.create(null);
  for (const name of new Set(params.keys())) {
    const given = params.getAll(name);
    if (lists.includes(name)) values[name] = given.flatMap((text) => text.split(","));
    else if (given.length > 1)
      faults.push({ parameter: name, value: given.join(", "), reason: "given more than once" });
    else values[name] = toValue(name, given[0] ?? "");
  }

  const parsed = schema.safeParse({ ...values });
  if (parsed.success) return { query: parsed.data as z.output<S>, faults };
  for (const issue of parsed.error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        faults.push({ parameter: key, value: params.get(key), reason: "there is no such parameter" });
      }
    } else {
      const parameter = String(issue.path[0]);
      faults.push({ parameter, value: params.getAll(parameter).join(",") || null, reason: issue.message });
    }
  }
  return { query: null, faults };
}

// Everything in an address is text; the parameters that are numbers are turned into some here, and what is no
// number stays text for the schema to refuse.
function toValue(name: string, text: string): unknown {
  if (name === "limit") return toNumber(text);
  if (name === "bbox" || name === "near") return text.split(",").map(toNumber);
  return text;
}

function toNumber(text: string): number | string {
  return NUMBER.test(text) ? Number(text) : text;
}
