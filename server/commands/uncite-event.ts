import type { DossierEvent, Id } from "@/core/record/record";
import type { Change } from "./change-dossier";
import { removeCitations } from "./remove-citations";
import { checkCitation } from "./take-citation";
import { takeEvent } from "./take-event";

/** Takes a citation from an event that has others. Throws a FieldError or a WriteRefusal. */
export async function unciteEvent(
  change: Change,
  slug: string,
  citationId: Id,
  seen: number | null,
): Promise<DossierEvent> {
  const before = await takeEvent(change, slug, seen);
  checkCitation(before, citationId);
  return removeCitations(change, "uncited", before, [citationId]);
}
