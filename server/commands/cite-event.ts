import { toCheckedEvent } from "@/core/record/check-event";
import { FieldError } from "@/core/record/field-error";
import type { DossierEvent } from "@/core/record/record";
import type { CitationInput } from "@/wire/write";
import type { Change } from "./change-dossier";
import { replaceEvent } from "./replace-event";
import { takeEvent } from "./take-event";
import { takePassages } from "./take-passages";
import { toWanted } from "./to-wanted";

/** Adds what one more passage says of an event. Throws a FieldError or a WriteRefusal. */
export async function citeEvent(
  change: Change,
  slug: string,
  seen: number | null,
  asked: CitationInput,
): Promise<DossierEvent> {
  const before = await takeEvent(change, slug, seen);
  const wanted = await toWanted(change, before);
  try {
    const citations = [...wanted.citations, ...(await takePassages(change, [asked]))];
    const after = toCheckedEvent("The event", { ...wanted, citations }, before, change.dossier.zone);
    return await replaceEvent(change, "cited", before, after);
  } catch (error) {
    throw error instanceof FieldError ? toOwnField(error) : error;
  }
}

// Whoever asks for one citation knows its fields without the list.
function toOwnField(error: FieldError): FieldError {
  return new FieldError(error.field.replace(/^citations\.\d+\.?/, "") || "exact", error.message);
}
