import type { Fault } from "./editor-client";

/** What is wrong, by the field it belongs beside. */
export type FieldFaults = Readonly<Record<string, string>>;

export const NO_FAULTS: FieldFaults = {};

/**
 * The server's faults by field: the first of each whose parameter is the field's name or lies within it ("place.lon"
 * belongs to "place"). What belongs to no field stays apart, as sentences.
 */
export function toFieldFaults(
  faults: readonly Fault[],
  fields: readonly string[],
): { byField: FieldFaults; others: readonly string[] } {
  const byField: Record<string, string> = {};
  const others: string[] = [];
  for (const { parameter, reason } of faults) {
    const [field] = fields
      .filter((name) => parameter === name || parameter.startsWith(`${name}.`))
      .toSorted((a, b) => b.length - a.length);
    if (field === undefined) others.push(parameter === "" ? reason : `${parameter}: ${reason}`);
    else byField[field] ??= reason;
  }
  return { byField, others };
}
