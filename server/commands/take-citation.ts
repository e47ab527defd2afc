import type { DossierEvent, Id } from "@/core/record/record";
import { WriteRefusal } from "./write-refusal";

/** Throws a WriteRefusal unless the event has the citation. */
export function checkCitation({ slug, citations }: DossierEvent, id: Id): void {
  if (citations.some((citation) => citation.id === id)) return;
  throw new WriteRefusal("unknown", `The event ${slug} has no citation ${id}.`);
}

/** Throws a WriteRefusal if the event would be left without any citation. */
export function checkRemaining({ slug, citations }: DossierEvent, leaving: readonly Id[]): void {
  if (citations.some(({ id }) => !leaving.includes(id))) return;
  throw new WriteRefusal(
    "conflict",
    `The event ${slug} would have no passage that reports it; delete the event instead.`,
  );
}
