import { uuidv7 } from "uuidv7";
import { toCheckedEvent } from "@/core/record/check-event";
import { FieldError } from "@/core/record/field-error";
import type { DossierEvent } from "@/core/record/record";
import type { Split } from "@/wire/write";
import type { Change } from "./change-dossier";
import { toFreeSlug } from "./free-slug";
import { removeCitations } from "./remove-citations";
import { storeEvent } from "./store-event";
import { checkCitation, checkRemaining } from "./take-citation";
import { takeEvent } from "./take-event";
import { toWanted } from "./to-wanted";

/**
 * Makes an event of its own of some of an event's citations, at the same place and with the same actors; the new one
 * is given back. Throws a FieldError or a WriteRefusal.
 */
export async function splitEvent(
  change: Change,
  slug: string,
  seen: number | null,
  asked: Split,
): Promise<DossierEvent> {
  const { tx, dossier } = change;
  const before = await takeEvent(change, slug, seen);
  for (const id of asked.citations) checkCitation(before, id);
  checkRemaining(before, asked.citations);
  const whole = await toWanted(change, before);
  const leaving = whole.citations.filter(({ id }) => asked.citations.includes(id));
  const { title, when } = asked;
  const wanted = {
    ...{ ...whole, title, when },
    category: asked.category ?? whole.category,
    basis: toPosition(
      asked,
      leaving.map(({ id }) => id),
    ),
    citations: leaving.map((citation) => ({ ...citation, id: uuidv7() })),
  };
  const own = { id: uuidv7(), slug: await toFreeSlug(tx, dossier.id, "event", title), version: 1 };
  const event = toCheckedEvent("The event", wanted, own, dossier.zone);
  await removeCitations(change, "split", before, asked.citations);
  await storeEvent(change, "split", null, event);
  return event;
}

function toPosition({ when, basis }: Split, leaving: readonly string[]): number | null {
  if (basis === null) return when !== null && leaving.length === 1 ? 0 : null;
  const at = leaving.indexOf(basis);
  if (at === -1) throw new FieldError("basis", `The citation ${basis} is not among those of the new event.`);
  return at;
}
