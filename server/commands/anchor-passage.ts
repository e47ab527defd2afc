import { toCheckedEvent } from "@/core/record/check-event";
import { FieldError, inField } from "@/core/record/field-error";
import { checkText, LIMITS } from "@/core/record/limits";
import type { Id, Passage, Source } from "@/core/record/record";
import { verifyQuote } from "@/core/text/quote";
import type { Anchor } from "@/wire/write";
import { SHOWN } from "../queries/shown";
import type { Change } from "./change-dossier";
import { replaceEvent } from "./replace-event";
import { takeBrokenPassage } from "./take-broken-passage";
import { takeEvent } from "./take-event";
import { takePassage } from "./take-passages";
import { takeSource } from "./take-source";
import { toWanted } from "./to-wanted";
import { WriteRefusal } from "./write-refusal";

/**
 * Lets the events that cite a broken passage cite other words instead, of the source's present text. The broken passage
 * stays what it was, for the history. Throws a FieldError or a WriteRefusal.
 */
export async function anchorPassage(
  change: Change,
  sourceSlug: string,
  passageSlug: string,
  seen: number | null,
  { start, end, exact }: Anchor,
): Promise<Source> {
  const source = await takeSource(change, sourceSlug, seen);
  const broken = await takeBrokenPassage(change, source, passageSlug);
  const quote = inField("exact", () => {
    checkText("The quotation", exact, LIMITS.exact);
    return verifyQuote(source, start, end, exact);
  });
  const citing = await loadCiting(change, broken.id);
  if (citing.length === 0) {
    throw new WriteRefusal("conflict", `No event cites the passage ${passageSlug} any more.`);
  }
  const passage = await takePassage(change, source, quote);
  for (const slug of citing) await citeInstead(change, slug, broken.id, passage);
  return source;
}

async function loadCiting({ tx, dossier }: Change, passageId: Id): Promise<string[]> {
  const events = await tx.event.findMany({
    where: { dossierId: dossier.id, ...SHOWN, citations: { some: { passageId } } },
    orderBy: { id: "asc" },
    select: { slug: true },
  });
  return events.map(({ slug }) => slug);
}

async function citeInstead(change: Change, slug: string, brokenId: Id, passage: Passage): Promise<void> {
  const before = await takeEvent(change, slug, null);
  const wanted = await toWanted(change, before);
  const citations = wanted.citations.map((one) => (one.passage.id === brokenId ? { ...one, passage } : one));
  try {
    const after = toCheckedEvent(
      `The event “${before.title}”`,
      { ...wanted, citations },
      before,
      change.dossier.zone,
    );
    await replaceEvent(change, "moved", before, after);
  } catch (error) {
    // What it read in the old words, or that it cites these already: to be settled at the event.
    if (error instanceof FieldError)
      throw new WriteRefusal("conflict", `${error.message} Change the event first.`);
    throw error;
  }
}
