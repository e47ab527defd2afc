import type { DossierEvent } from "@/core/record/record";
import { addCitations } from "./add-citations";
import type { Change } from "./change-dossier";
import { hide } from "./hide-event";
import { takeEvent } from "./take-event";
import { toWanted } from "./to-wanted";
import { WriteRefusal } from "./write-refusal";

/**
 * Makes two events one: the first is hidden, with all that it was, and the second, which is given back, has its
 * citations and those who took part in it as well. Throws a WriteRefusal.
 */
export async function mergeEvents(
  change: Change,
  slug: string,
  seen: number | null,
  into: string,
): Promise<DossierEvent> {
  const from = await takeEvent(change, slug, seen);
  if (into === slug) throw new WriteRefusal("invalid", "An event cannot be merged into itself.", "into");
  const target = await takeEvent(change, into, null).catch((error: unknown) => {
    throw error instanceof WriteRefusal ? new WriteRefusal("invalid", error.message, "into") : error;
  });
  const { citations } = await toWanted(change, from);
  const merged = await addCitations(change, "merged", target, citations, from.participations);
  await hide(change, "merged", from, target.id);
  return merged;
}
