// As long as a headline: longer ones are cut in lists and beside marks.
const LONGEST = 90;

// "SEOUL (Reuters) -", "GENEVA, Jan 29 –": where the report was written is not what happened.
const DATELINE = /^\p{Lu}[\p{Lu}\s.'’/-]+(?:,[^(–—-]{1,40})?\s*(?:\([^)]{1,40}\))?\s*[–—-]\s*/u;
// Words that lead on to the next: what was cut in the middle may end before them, but not in them.
const LOOSE = "a|an|and|as|at|but|by|for|from|in|of|on|or|that|the|to|who|which|will|with";
const LOOSE_END = new RegExp(`(?:\\s(?:${LOOSE}))+$`, "u");
const LAST_LOOSE = new RegExp(`\\s(?:${LOOSE})\\s(?!.*\\s(?:${LOOSE})\\s)`, "u");

/** A title from the words of a passage: their first clauses, as many as a headline holds, without marks around them. */
export function proposeTitle(exact: string): string {
  const [line = ""] = exact.trim().split(/[\r\n]/u);
  const words = line
    .replace(/\s+/gu, " ")
    .replace(DATELINE, "")
    .replace(/^[\p{P}\s]+/u, "");
  const headline = words.length <= LONGEST ? words : cut(words);
  const plain = headline
    .replace(LOOSE_END, "")
    .replace(/[\s,;:.–—-]+$/u, "")
    .replace(/^\p{Ll}/u, (first) => first.toUpperCase());
  return closesAll(plain) ? plain : plain.replace(/["“”„«»()[\]]/gu, "");
}

function cut(words: string): string {
  const room = words.slice(0, LONGEST);
  const clause = Math.max(...[", ", "; ", ": ", " – ", " — "].map((mark) => room.lastIndexOf(mark)));
  if (clause > LONGEST / 3) return room.slice(0, clause);
  const phrase = room.search(LAST_LOOSE);
  if (phrase > LONGEST / 2) return room.slice(0, phrase);
  return room.slice(0, Math.max(room.lastIndexOf(" "), 1));
}

/** Whether every quotation mark and bracket that opens is closed: what was cut may have lost its other half. */
function closesAll(text: string): boolean {
  const count = (pattern: RegExp) => [...text.matchAll(pattern)].length;
  return count(/“/gu) === count(/”/gu) && count(/"/gu) % 2 === 0 && count(/[([]/gu) === count(/[)\]]/gu);
}
