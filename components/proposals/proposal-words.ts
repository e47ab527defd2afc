import { toCoordinateWords } from "@/components/adjust/to-coordinate-words";
import type { ProposalKind } from "@/core/record/vocabulary";
import { lengthInCodePoints } from "@/core/text/code-points";
import { CONTEXT_LENGTH } from "@/core/text/quote";
import type { ShownProposal } from "./shown-proposal";

export const PROPOSAL_WORDS: Record<ProposalKind, string> = {
  event: "New event",
  citation: "A passage for",
  change: "Change of",
  deletion: "Delete",
  source: "New source",
};

/** Where what was proposed can be read: the thing itself, once it is there. */
export function toProposalHref(
  dossier: string,
  { kind, event, result, state }: ShownProposal,
): string | null {
  if (kind === "source") return result === null ? null : `/d/${dossier}/s/${result}`;
  if (kind === "deletion" && state === "accepted") return null;
  const slug = event?.slug ?? result;
  return slug === null || event?.isDeleted ? null : `/d/${dossier}/e/${slug}`;
}

/** Why its author proposes it. */
export function toWhy({ body }: ShownProposal): string | null {
  return typeof body.reason === "string" ? body.reason : null;
}

/** Where a place lies that the dossier does not have yet; `null` where none is proposed. */
export function toPlaceWords({ body }: ShownProposal): string | null {
  const { place } = body;
  if (typeof place !== "object" || place === null || !("lon" in place) || !("lat" in place)) return null;
  const { lon, lat } = place;
  return typeof lon === "number" && typeof lat === "number" ? toCoordinateWords({ lon, lat }) : null;
}

/** What stands before a quotation, from a whole word on. */
export function toLead(prefix: string): string {
  return lengthInCodePoints(prefix) < CONTEXT_LENGTH ? prefix : prefix.replace(/^\S*/, "…");
}

/** What stands behind a quotation, up to a whole word. */
export function toTrail(suffix: string): string {
  return lengthInCodePoints(suffix) < CONTEXT_LENGTH ? suffix : suffix.replace(/\S*$/, "…");
}
