import { toCheckedEvent } from "@/core/record/check-event";
import { FieldError } from "@/core/record/field-error";
import type { DossierEvent, Id, Place } from "@/core/record/record";
import type { Change } from "./change-dossier";
import { replaceEvent } from "./replace-event";
import { takeEvent } from "./take-event";
import { toWanted } from "./to-wanted";

// Each is read, checked and told anew within one transaction; more would keep other writers waiting.
const MOST_AT_ONCE = 500;

/**
 * Takes all other events at an event's former place along to its new one, and journeys that begin there as well; their
 * dates are read anew there. Throws a FieldError or a WriteRefusal.
 */
export async function moveOthers(
  change: Change,
  { id, placeId: from }: Pick<DossierEvent, "id" | "placeId">,
  place: Place | null,
): Promise<void> {
  if (from === null || place === null || place.id === from) return;
  const { tx, dossier } = change;
  const others = await tx.event.findMany({
    where: { dossierId: dossier.id, hiddenAt: null, id: { not: id }, ...at(from) },
    select: { slug: true },
    orderBy: { id: "asc" },
    take: MOST_AT_ONCE + 1,
  });
  if (others.length > MOST_AT_ONCE)
    throw new FieldError(
      "placeOfAll",
      `More than ${MOST_AT_ONCE} events are at that place: too many at once.`,
    );
  for (const { slug } of others) await move(change, slug, from, place);
}

const at = (placeId: Id) => ({ OR: [{ placeId }, { originId: placeId }] });

async function move(change: Change, slug: string, from: Id, place: Place): Promise<void> {
  const before = await takeEvent(change, slug, null);
  const present = await toWanted(change, before);
  const wanted = {
    ...present,
    place: before.placeId === from ? place : present.place,
    origin: before.originId === from ? place : present.origin,
  };
  await replaceEvent(
    change,
    "changed",
    before,
    toCheckedEvent(`The event ${slug}`, wanted, before, change.dossier.zone),
  );
}
