import { lengthInCodePoints } from "../text/code-points";
import { locateQuote, verifyQuote } from "../text/quote";
import { toCheckedSource } from "./check-source";
import type { DraftPassage, DraftSource, Making } from "./draft";
import { checkText, LIMITS } from "./limits";
import type { Passage, Source } from "./record";
import { toSlugged } from "./slugged";

/** The sources of a draft and the passages found in them; throws naming the source or passage that is wrong. */
export function toSources(
  drafts: readonly DraftSource[],
  { newId, sha256 }: Making,
): { sources: Source[]; passages: Passage[] } {
  const sources = toSlugged("Source", drafts, (draft, name): Source => {
    const { slug, passages: _, ...stated } = draft;
    const wanted = {
      ...stated,
      byline: draft.byline ?? null,
      url: draft.url ?? null,
      retrievedOn: draft.retrievedOn ?? null,
      publishes: "full" as const,
    };
    return toCheckedSource(name, wanted, { id: newId(), slug, version: 1 }, sha256);
  });
  const quoted = drafts.flatMap(({ slug, passages }) =>
    passages.map((passage) => ({ ...passage, source: slug })),
  );
  const bySlug = new Map(sources.map((source) => [source.slug, source]));
  const passages = toSlugged("Passage", quoted, (draft, name): Passage => {
    const source = bySlug.get(draft.source);
    if (!source) throw new Error(`${name}: there is no source ${draft.source}.`);
    return toPassage(name, draft, source, newId());
  });
  return { sources, passages };
}

function toPassage(name: string, draft: DraftPassage, source: Source, id: string): Passage {
  const wanted = checkText(`${name}: the quotation`, draft.exact, LIMITS.exact);
  const found = locateQuote(source.text, wanted);
  if (found.length === 0) throw new Error(`${name}: source ${source.slug} does not say “${wanted}”.`);
  if (found.length > 1 && draft.occurrence === undefined) {
    throw new Error(`${name}: source ${source.slug} says “${wanted}” ${found.length} times; state which.`);
  }
  const at = found[(draft.occurrence ?? 1) - 1];
  if (at === undefined) {
    throw new Error(
      `${name}: source ${source.slug} says “${wanted}” ${found.length} times, not ${draft.occurrence}.`,
    );
  }
  const { start, end, exact, prefix, suffix } = verifyQuote(
    source,
    at,
    at + lengthInCodePoints(wanted),
    wanted,
  );
  const from = { sourceId: source.id, sourceSha256: source.sha256, isKept: false };
  return { id, slug: draft.slug, ...from, start, end, exact, prefix, suffix };
}
