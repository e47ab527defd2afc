import { toCheckedEvent } from "@/core/record/check-event";
import { FieldError } from "@/core/record/field-error";
import type { DossierEvent } from "@/core/record/record";
import type { EventPatch } from "@/wire/write";
import type { Change } from "./change-dossier";
import { moveOthers } from "./move-others";
import { isSame, replaceEvent } from "./replace-event";
import { takeActors } from "./take-actors";
import { checkCitation } from "./take-citation";
import { takeEvent } from "./take-event";
import { takePlace } from "./take-place";
import { toPatched } from "./to-patched";
import { toWanted } from "./to-wanted";

/** Changes what an editor says of an event; what is left out stays. Throws a FieldError or a WriteRefusal. */
export async function updateEvent(
  change: Change,
  slug: string,
  seen: number | null,
  patch: EventPatch,
): Promise<DossierEvent> {
  const before = await takeEvent(change, slug, seen);
  for (const { id } of patch.citations ?? []) checkCitation(before, id);
  const present = await toWanted(change, before);
  const { title, category, when, placeRule, isLeg } = patch;
  const wanted = {
    ...present,
    title: title ?? present.title,
    category: category ?? present.category,
    when: when === undefined ? present.when : when,
    basis: toPosition(before, patch, present.basis),
    place: patch.place === undefined ? present.place : await takePlace(change, "place", patch.place),
    placeRule: placeRule === undefined ? present.placeRule : placeRule,
    isLeg: isLeg ?? present.isLeg,
    origin: patch.origin === undefined ? present.origin : await takePlace(change, "origin", patch.origin),
    participations: patch.participations
      ? await takeActors(change, patch.participations)
      : present.participations,
    citations: present.citations.map((one) =>
      toPatched(
        one,
        patch.citations?.find(({ id }) => id === one.id),
      ),
    ),
  };
  const after = toCheckedEvent("The event", wanted, before, change.dossier.zone);
  if (isSame(before, after)) return before;
  const next = await replaceEvent(change, "changed", before, after);
  if (patch.placeOfAll) await moveOthers(change, before, wanted.place);
  return next;
}

function toPosition({ citations }: DossierEvent, { basis, when }: EventPatch, present: number | null) {
  if (basis === undefined) return when === null ? null : present;
  if (basis === null) return null;
  const at = citations.findIndex(({ id }) => id === basis);
  if (at === -1) throw new FieldError("basis", `The event has no citation ${basis}.`);
  return at;
}
