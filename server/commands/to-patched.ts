import type { WantedCitation } from "@/core/record/check-event";
import type { CitationPatch } from "@/wire/write";

/** A citation as it is asked to be: what is left out stays. */
export function toPatched(
  present: WantedCitation,
  patch: Omit<CitationPatch, "reason"> = {},
): WantedCitation {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...present, ...Object.fromEntries(given) };
}
