import { type CodePointOffset, utf16ToCodePoint } from "../text/code-points";
import { locateDateline } from "../text/dateline";
import type { Day } from "./day";
import { parseDay } from "./day";
import { toDirection } from "./direction";
import { parseWhen } from "./edtf";
import { type ReadWords, readTimeWords } from "./read-time-words";
import { OPENING } from "./time-names";
import type { Zone } from "./zone";

/** What a report says of itself: the day of its publication, and the zone of the place that it tells of. */
export type Report = { readonly publishedOn: Day; readonly zone: Zone };

/** A date that words come to, in EDTF, with the rule by which they do. */
export type Proposal = { readonly edtf: string; readonly rule: string };

/** Words of a passage that give a time: their offsets in it in code points, half-open, and what they come to. */
export type TimeWords = Proposal & {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  readonly words: string;
};

/**
 * The words of a passage that give its time best: the most precise, and of those the first; `null` if none do. The day
 * of a dateline is that of the report, which is meant only where nothing else is said.
 */
export function findTimeWords(passage: string, report: Report): TimeWords | null {
  const every = listTimeWords(passage, report);
  const head = utf16ToCodePoint(passage, locateDateline(passage)?.end ?? 0);
  const told = every.filter(({ start }) => start >= head);
  const all = told.length > 0 ? told : every;
  const best = Math.max(...all.map(weigh));
  return all.find((found) => weigh(found) === best) ?? null;
}

/** All words of a passage that give a time, in order. */
export function listTimeWords(passage: string, report: Report): TimeWords[] {
  return scan(passage, report).map(({ edtf, rule, start, end }) => ({
    start: utf16ToCodePoint(passage, start),
    end: utf16ToCodePoint(passage, end),
    words: passage.slice(start, end),
    edtf,
    rule,
  }));
}

type Found = ReadWords & { readonly start: number };

function scan(passage: string, report: Report): Found[] {
  if (!isReckonable(report.publishedOn)) return [];
  const first = scanWith(passage, report, null);
  const namedDay = first.map(({ edtf }) => parseDay(edtf)).find((day) => day !== null) ?? null;
  // "On Sunday for a second day": what leans on a named day is read again once that is known.
  return namedDay === null ? first : scanWith(passage, report, namedDay);
}

function scanWith(passage: string, { publishedOn, zone }: Report, namedDay: Day | null): Found[] {
  const found: Found[] = [];
  let start = 0;
  while (start < passage.length) {
    const words = isOpening(passage, start) ? readAt(passage, start, publishedOn, namedDay) : null;
    if (words && parseWhen(words.edtf, zone).ok) found.push({ ...words, start });
    start = words?.end ?? start + 1;
  }
  return found;
}

// The verbs are looked for only once it is known around which words.
function readAt(passage: string, start: number, publishedOn: Day, namedDay: Day | null): ReadWords | null {
  const plain = readTimeWords(passage, start, { publishedOn, namedDay, direction: null });
  if (!plain) return null;
  const direction = toDirection(passage, start, plain.end);
  return direction === null ? plain : readTimeWords(passage, start, { publishedOn, namedDay, direction });
}

function isOpening(text: string, index: number): boolean {
  OPENING.lastIndex = index;
  return OPENING.test(text) && !/[\p{L}\p{N}]/u.test(text[index - 1] ?? "");
}

// Before the press there is no report to reckon from; and from these years no count of three digits leaves the calendar.
function isReckonable(publishedOn: Day): boolean {
  return publishedOn >= "1500-01-01" && publishedOn < "9000-01-01";
}

function weigh({ edtf, words }: TimeWords): number {
  const [first = "", second] = edtf.split("/");
  const known = first === ".." || first === "" ? (second ?? "") : first;
  if (known.includes("T")) return 4;
  // Days in a row say more than the last of them.
  if (/\b(?:straight|consecutive|row|running|for an? \w+ (?:day|night))\b/i.test(words)) return 3.5;
  const isVague = /[~?%]$/.test(known) || edtf.includes("..");
  return Math.min(known.length, 10) / 4 + 0.5 - Number(isVague);
}
