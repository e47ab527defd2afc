import type { DossierEvent, Id } from "@/core/record/record";
import { addCitations } from "./add-citations";
import type { Change } from "./change-dossier";
import { removeCitations } from "./remove-citations";
import { checkCitation } from "./take-citation";
import { takeEvent } from "./take-event";
import { toWanted } from "./to-wanted";
import { WriteRefusal } from "./write-refusal";

/** Gives a citation to the event that it belongs to, which is given back. Throws a FieldError or a WriteRefusal. */
export async function moveCitation(
  change: Change,
  slug: string,
  citationId: Id,
  seen: number | null,
  to: string,
): Promise<DossierEvent> {
  const from = await takeEvent(change, slug, seen);
  checkCitation(from, citationId);
  if (to === slug) throw new WriteRefusal("invalid", "The citation is at this event already.", "to");
  const target = await takeEvent(change, to, null).catch(toFault);
  const { citations } = await toWanted(change, from);
  const moved = citations.filter(({ id }) => id === citationId);
  if (target.citations.some(({ passageId }) => passageId === moved[0]?.passage.id)) {
    throw new WriteRefusal("conflict", `The event ${to} cites this passage already.`);
  }
  await removeCitations(change, "moved", from, [citationId]);
  return addCitations(change, "moved", target, moved);
}

function toFault(error: unknown): never {
  if (error instanceof WriteRefusal) throw new WriteRefusal("invalid", error.message, "to");
  throw error;
}
