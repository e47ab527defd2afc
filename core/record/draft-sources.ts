import { lengthInCodePoints } from "../text/code-points";
import { locateQuote, verifyQuote } from "../text/quote";
import { type Day, parseDay } from "../time/day";
import type { DraftPassage, DraftSource, Making } from "./draft";
import { checkText, LIMITS } from "./limits";
import type { Passage, Source } from "./record";
import { toSlugged } from "./slugged";
import { COVERAGES } from "./vocabulary";

/** The sources of a draft and the passages found in them; throws naming the source or passage that is wrong. */
export function toSources(
  drafts: readonly DraftSource[],
  { newId, sha256 }: Making,
): { sources: Source[]; passages: Passage[] } {
  const sources = toSlugged("Source", drafts, (draft, name): Source => {
    if (!COVERAGES.includes(draft.coverage)) throw new Error(`${name}: “${draft.coverage}” is no coverage.`);
    const text = checkText(`${name}: the text`, draft.text, LIMITS.text);
    return {
      id: newId(),
      slug: draft.slug,
      title: checkText(`${name}: the title`, draft.title, LIMITS.title),
      publisher: checkText(`${name}: the publisher`, draft.publisher, LIMITS.name),
      byline: draft.byline === undefined ? null : checkText(`${name}: the byline`, draft.byline, LIMITS.name),
      language: toLanguage(name, draft.language),
      url: draft.url === undefined ? null : toUrl(name, draft.url),
      publishedOn: toDay(`${name}: the day of publication`, draft.publishedOn),
      retrievedOn:
        draft.retrievedOn === undefined ? null : toDay(`${name}: the day of retrieval`, draft.retrievedOn),
      coverage: draft.coverage,
      text,
      sha256: sha256(text),
    };
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
  return { id, slug: draft.slug, sourceId: source.id, start, end, exact, prefix, suffix };
}

function toDay(thing: string, text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`${thing}: “${text}” is no calendar day YYYY-MM-DD.`);
  return day;
}

// Only the shape of BCP 47 is checked: which subtags exist changes with the registry.
function toLanguage(name: string, tag: string): string {
  if (tag.length > LIMITS.language || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag)) {
    throw new RangeError(`${name}: “${tag}” is no language tag.`);
  }
  return tag;
}

// The core knows no URL parser, and needs none: only what a link may never be is refused.
function toUrl(name: string, url: string): string {
  checkText(`${name}: the address`, url, LIMITS.url);
  if (!/^https?:\/\/[^\s/?#]+[^\s]*$/.test(url)) {
    throw new RangeError(`${name}: “${url}” is no address that begins with http:// or https://.`);
  }
  return url;
}
