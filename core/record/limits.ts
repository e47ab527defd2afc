import { isWellFormed, lengthInCodePoints } from "../text/code-points";

/** Longest texts in code points; the database holds the same numbers in its checks. */
export const LIMITS = {
  slug: 100,
  title: 2000,
  summary: 5000,
  name: 500,
  note: 500,
  url: 2000,
  language: 35,
  exact: 20_000,
  text: 2_000_000,
} as const;

/** Whether the text is lower-case words and digits joined by single hyphens, at most 100 long. */
export function isSlug(text: string): boolean {
  return text.length <= LIMITS.slug && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/**
 * Refuses a text that the database would refuse, or silently change: empty, too long, with a NUL or with a lone
 * surrogate. The error names `thing` and what is wrong.
 */
export function checkText(thing: string, text: string, limit: number): string {
  const length = lengthInCodePoints(text);
  if (length === 0) throw new RangeError(`${thing} is empty.`);
  if (length > limit)
    throw new RangeError(`${thing} is ${length} characters long; at most ${limit} are allowed.`);
  const nul = text.indexOf("\0");
  if (nul !== -1) throw new RangeError(`${thing} holds a NUL character at index ${nul}.`);
  if (!isWellFormed(text)) throw new RangeError(`${thing} holds a lone surrogate.`);
  return text;
}
