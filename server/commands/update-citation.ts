import { toCheckedEvent } from "@/core/record/check-event";
import { FieldError } from "@/core/record/field-error";
import type { DossierEvent, Id } from "@/core/record/record";
import type { CitationPatch } from "@/wire/write";
import type { Change } from "./change-dossier";
import { isSame, replaceEvent } from "./replace-event";
import { checkCitation } from "./take-citation";
import { takeEvent } from "./take-event";
import { toPatched } from "./to-patched";
import { toWanted } from "./to-wanted";

/** Changes what is read in a passage; what is left out stays. Throws a FieldError or a WriteRefusal. */
export async function updateCitation(
  change: Change,
  slug: string,
  citationId: Id,
  seen: number | null,
  patch: CitationPatch,
): Promise<DossierEvent> {
  const { reason: _, ...stated } = patch;
  const before = await takeEvent(change, slug, seen);
  checkCitation(before, citationId);
  const wanted = await toWanted(change, before);
  const citations = wanted.citations.map((one) => (one.id === citationId ? toPatched(one, stated) : one));
  try {
    const after = toCheckedEvent("The event", { ...wanted, citations }, before, change.dossier.zone);
    return isSame(before, after) ? before : await replaceEvent(change, "changed", before, after);
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    throw new FieldError(error.field.replace(/^citations\.\d+\./, ""), error.message);
  }
}
