import type { WantedEvent } from "@/core/record/check-event";
import { FieldError } from "@/core/record/field-error";
import type { DossierEvent } from "@/core/record/record";
import type { Merge } from "@/wire/write";
import { addCitations } from "./add-citations";
import type { Change } from "./change-dossier";
import { hide } from "./hide-event";
import { takeEvent } from "./take-event";
import { toWanted } from "./to-wanted";
import { WriteRefusal } from "./write-refusal";

/**
 * Makes two events one: the first is hidden, with all that it was, and the second, which is given back, has its
 * citations and those who took part in it as well, and what it is to `take` over. Throws a FieldError or a WriteRefusal.
 */
export async function mergeEvents(
  change: Change,
  slug: string,
  seen: number | null,
  { into, take }: Pick<Merge, "into" | "take">,
): Promise<DossierEvent> {
  const from = await takeEvent(change, slug, seen);
  if (into === slug) throw new WriteRefusal("invalid", "An event cannot be merged into itself.", "into");
  const target = await takeEvent(change, into, null).catch((error: unknown) => {
    throw error instanceof WriteRefusal ? new WriteRefusal("invalid", error.message, "into") : error;
  });
  const going = await toWanted(change, from);
  const merged = await addCitations(
    change,
    "merged",
    target,
    going.citations,
    from.participations,
    (staying) => Object.assign({}, staying, ...take.map((part) => TAKE[part](going, staying))),
  );
  await hide(change, "merged", from, target.id);
  return merged;
}

const TAKE: Readonly<
  Record<Merge["take"][number], (going: WantedEvent, staying: WantedEvent) => Partial<WantedEvent>>
> = {
  title: ({ title }) => ({ title }),
  category: ({ category }) => ({ category }),
  when: (going, staying) => ({ when: going.when, basis: toBasis(going, staying) }),
  place: ({ place, placeRule, isLeg, origin }) => ({ place, placeRule, isLeg, origin }),
};

// The date goes on resting on its passage, which the event that stays cites by now.
function toBasis(going: WantedEvent, { citations }: WantedEvent): number | null {
  const passage = going.basis === null ? null : (going.citations[going.basis]?.passage ?? null);
  if (going.when === null) return null;
  const at = citations.findIndex((citation) => citation.passage.id === passage?.id);
  if (at === -1) throw new FieldError("take", `The passage that ${going.when} rests on is not there.`);
  return at;
}
