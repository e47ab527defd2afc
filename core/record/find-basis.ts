import { areCompatible } from "../time/compatible";
import type { When } from "../time/when";
import type { DossierEvent, Id } from "./record";

/**
 * The citation that another date of an event would rest on: the same as before, or else the first that allows the
 * date; `null` if none does, and the date would be an invention.
 */
export function findBasis({ basisId, citations }: DossierEvent, when: When): Id | null {
  const allowing = citations.filter((citation) => citation.when && areCompatible(when, citation.when));
  return (allowing.find(({ id }) => id === basisId) ?? allowing[0])?.id ?? null;
}
