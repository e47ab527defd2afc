import { codePointToUtf16 } from "../text/code-points";
import { findTimeWords, listTimeWords, type Proposal, type Report } from "./find-time-words";

/**
 * The date that the words of a report come to, and the rule by which they do; `null` if they give none, or could be
 * two. Where words that a person marked stand in a longer `passage`, its verbs say whether "on Monday" lies ahead.
 */
export function proposeWhen(words: string, report: Report, passage: string = words): Proposal | null {
  const at = passage === words ? -1 : passage.indexOf(words);
  const found = at === -1 ? findTimeWords(words, report) : findInside(passage, at, at + words.length, report);
  return found && { edtf: found.edtf, rule: found.rule };
}

function findInside(passage: string, start: number, end: number, report: Report): Proposal | null {
  const inside = listTimeWords(passage, report).filter(
    (found) => codePointToUtf16(passage, found.start) >= start && codePointToUtf16(passage, found.end) <= end,
  );
  return inside[0] ?? findTimeWords(passage.slice(start, end), report);
}
