import type { Coverage } from "../record/vocabulary";
import { type CodePointOffset, codePointToUtf16, lengthInCodePoints, utf16ToCodePoint } from "./code-points";
import { locateQuote } from "./quote";
import { layOutSentences } from "./sentences";

type Quoted = { readonly exact: string; readonly prefix: string; readonly suffix: string };

/** Words of a text that may be meant by a quotation that is not found in it once; offsets in code points. */
export type Suggestion = {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  readonly exact: string;
};

/** Where a quotation stands in another text: only exact words, and only where there is no choice. */
export function locateOnce(text: string, exact: string): CodePointOffset | null {
  const [found, another] = locateQuote(text, exact);
  return found !== undefined && another === undefined ? found : null;
}

/**
 * What to offer somebody who decides where a quotation belongs in another text, the likeliest first: its places if it
 * stands there several times, by what is around them, or else the sentences that are most like it.
 */
export function suggestAnchors(
  source: { readonly text: string; readonly coverage: Coverage },
  quoted: Quoted,
): Suggestion[] {
  const places = locateQuote(source.text, quoted.exact);
  return places.length > 0 ? rankPlaces(source.text, quoted, places) : rankSentences(source, quoted.exact);
}

const MOST = 3;

// Below it two sentences share hardly more than the words that all sentences share: found by trying edits of reports.
const LIKE = 0.35;

function rankPlaces(text: string, quoted: Quoted, places: readonly CodePointOffset[]): Suggestion[] {
  const { exact } = quoted;
  const ranked = places.map((start) => {
    const from = codePointToUtf16(text, start);
    const before = countCommon(reverse(text.slice(Math.max(0, from - 64), from)), reverse(quoted.prefix));
    const after = countCommon(text.slice(from + exact.length), quoted.suffix);
    return { start, likeness: before + after };
  });
  const end = (start: CodePointOffset) => (start + lengthInCodePoints(exact)) as CodePointOffset;
  return ranked
    .toSorted((a, b) => b.likeness - a.likeness || a.start - b.start)
    .slice(0, MOST)
    .map(({ start }) => ({ start, end: end(start), exact }));
}

function rankSentences(
  source: { readonly text: string; readonly coverage: Coverage },
  exact: string,
): Suggestion[] {
  const wanted = toWords(exact);
  const ranked = layOutSentences(source)
    .map(({ start, end }) => ({ start, end, likeness: toLikeness(wanted, source.text.slice(start, end)) }))
    .filter(({ likeness }) => likeness >= LIKE)
    .toSorted((a, b) => b.likeness - a.likeness || a.start - b.start);
  return ranked.slice(0, MOST).map(({ start, end }) => ({
    start: utf16ToCodePoint(source.text, start),
    end: utf16ToCodePoint(source.text, end),
    exact: source.text.slice(start, end),
  }));
}

/** The words that two texts share, of all that either has (Dice), from 0 to 1. */
function toLikeness(wanted: ReadonlySet<string>, sentence: string): number {
  const words = toWords(sentence);
  const shared = [...wanted].filter((word) => words.has(word)).length;
  return wanted.size + words.size === 0 ? 0 : (2 * shared) / (wanted.size + words.size);
}

function toWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function countCommon(a: string, b: string): number {
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common++;
  return common;
}

function reverse(text: string): string {
  return [...text].toReversed().join("");
}
