import type { Direction } from "./time-rule";

/**
 * On which side of the report's date the words from `start` to `end` (UTF-16) lie: what the verb nearest to them says,
 * in their own sentence before any other. "Next" and "last" are read by the rules themselves.
 */
export function toDirection(text: string, start: number, end: number): Direction {
  let nearest = Number.POSITIVE_INFINITY;
  let direction: Direction = null;
  // No sentence's verb is farther away; a long text is not read again for each of its dates.
  const from = Math.max(0, start - REACH);
  for (const { 0: cue, index: offset } of text.slice(from, end + REACH).matchAll(VERB)) {
    const index = from + offset;
    if (index < end && index + cue.length > start) continue;
    const isBefore = index < start;
    const between = isBefore ? text.slice(index + cue.length, start) : text.slice(end, index);
    // Before a tie is after: "he said on Monday that he will".
    const distance = toDistance(between) + (isBefore ? 0 : 0.5);
    if (distance >= nearest || (PASSIVE.test(cue) && !(isBefore && distance <= CLOSE))) continue;
    nearest = distance;
    direction = AHEAD.test(cue) ? "ahead" : "back";
  }
  return direction;
}

const NOT_PAST =
  "need|embed|indeed|exceed|proceed|succeed|speed|feed|seed|breed|bleed|red|shed|wed|sacred|hundred|kindred";
const PAST =
  "said|told|was|were|had|been|met|held|went|came|took|gave|made|began|left|flew|saw|sent|won|lost|became|led|" +
  "spoke|struck|shot|fell|rose|broke|brought|hit|ran|sat|stood|wrote|kept|found|got|did|paid|set out|drew|grew|knew|" +
  "fought|taught|bought|caught|built|felt|heard|laid|read|slept|sought|sold|swore|threw|withdrew|won|wore";
const FUTURE =
  "will|shall|to be \\p{Ll}+|won['’]t|would|\\w+['’]ll|(?:is|are|was|were|be)\\s+(?:\\w+\\s+)?(?:due|set|expected|scheduled|planned|slated|going)?\\s*to|" +
  "due(?=\\s+(?:on|in|at|for))|expected|scheduled|planned|slated|plans?|intends?|hopes?|upcoming|forthcoming|coming|ahead of|awaits?";

const VERB = new RegExp(`\\b(?:${FUTURE}|${PAST}|(?!(?:${NOT_PAST})\\b)\\p{Ll}+ed)(?!\\p{L})`, "gu");
const AHEAD = new RegExp(`^(?:${FUTURE})$`, "u");
// "The election to be held on Sunday" says nothing of when the sentence's other verbs are.
const REACH = 300;
const PASSIVE = /^to be /;
const CLOSE = 3;
const SENTENCE_END =
  /(?<!\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))[.!?]["”’)]?\s+(?=[\p{Lu}“"])|\n/gu;
// More words than a sentence has.
const ANOTHER_SENTENCE = 1000;

function toDistance(between: string): number {
  const words = between.split(/\s+/).length;
  return words + [...between.matchAll(SENTENCE_END)].length * ANOTHER_SENTENCE;
}
