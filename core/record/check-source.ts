import { type Day, parseDay } from "../time/day";
import { inField } from "./field-error";
import { checkText, LIMITS } from "./limits";
import type { Source } from "./record";
import { COVERAGES, type Coverage } from "./vocabulary";

/** A source as it is asked for: its days are still text. */
export type WantedSource = Pick<
  Source,
  "title" | "publisher" | "byline" | "language" | "url" | "coverage" | "publishes" | "text"
> & { readonly publishedOn: string; readonly retrievedOn: string | null };

/**
 * The source that was asked for; `sha256` hashes a text as Source.sha256 has it. Throws a FieldError that calls the
 * source by `name`.
 */
export function toCheckedSource(
  name: string,
  wanted: WantedSource,
  own: Pick<Source, "id" | "slug" | "version">,
  sha256: (text: string) => string,
): Source {
  const { title, publisher, byline, language, url, publishedOn, retrievedOn, coverage } = wanted;
  const text = inField("text", () => checkText(`${name}: the text`, wanted.text, LIMITS.text));
  return {
    ...own,
    title: inField("title", () => checkText(`${name}: the title`, title, LIMITS.title)),
    publisher: inField("publisher", () => checkText(`${name}: the publisher`, publisher, LIMITS.name)),
    byline:
      byline === null ? null : inField("byline", () => checkText(`${name}: the byline`, byline, LIMITS.name)),
    language: inField("language", () => toLanguage(name, language)),
    url: url === null ? null : inField("url", () => toUrl(name, url)),
    publishedOn: inField("publishedOn", () => toDay(`${name}: the day of publication`, publishedOn)),
    retrievedOn:
      retrievedOn === null
        ? null
        : inField("retrievedOn", () => toDay(`${name}: the day of retrieval`, retrievedOn)),
    coverage: inField("coverage", () => toCoverage(name, coverage)),
    publishes: inField("publishes", () => toCoverage(name, wanted.publishes)),
    text,
    sha256: sha256(text),
  };
}

function toCoverage(name: string, coverage: Coverage): Coverage {
  if (!COVERAGES.includes(coverage)) throw new Error(`${name}: “${coverage}” is no coverage.`);
  return coverage;
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
