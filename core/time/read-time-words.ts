import { ABSOLUTE_RULES, AS_WRITTEN } from "./absolute-rules";
import { CLOCK_RULES } from "./clock-rules";
import { addDays, parseDay } from "./day";
import { DAY_RULES } from "./day-rules";
import { SPAN_RULES } from "./span-rules";
import { hasLowerCaseName } from "./time-names";
import type { Direction, Reading, Reckoning, TimeRule } from "./time-rule";

/** A reading of the words of a text up to `end` (UTF-16). */
export type ReadWords = Reading & { readonly end: number };

/** The longest words at `start` (UTF-16) of a text that give a time, and what they come to; `null` if none do. */
export function readTimeWords(text: string, start: number, from: Reckoning): ReadWords | null {
  return readFraming(text, start, from) ?? readRange(text, start, from) ?? readMoment(text, start, from);
}

const NAMED_RULES = [...ABSOLUTE_RULES, ...DAY_RULES, ...SPAN_RULES];

type Frame = {
  readonly pattern: RegExp;
  /** Where the words point, given what the verbs say. */
  readonly aim?: (direction: Direction) => Direction;
  readonly wrap: (reading: Reading) => Reading | null;
};

// What stands before a date and changes it.
const FRAMES: readonly Frame[] = [
  {
    pattern:
      /(?:(?:ever\s+)?since|as of|starting(?:\s+(?:on|in|from))?|beginning(?:\s+(?:on|in))?)\s+(?:the\s+)?(?:early\s+|late\s+|mid-?\s?)?/iuy,
    aim: (direction) => direction ?? "back",
    wrap: ({ edtf, rule }) => ({ edtf: `${toBegin(edtf)}/..`, rule: `the begin: ${rule}` }),
  },
  {
    pattern: /(?:until|till|up to|by|no later than)\s+(?:the\s+)?(?:(?:early|late|the end of|mid-?)\s+)?/iuy,
    // "Had given them until Thursday": the verb is of the past, its end need not be.
    aim: (direction) => (direction === "back" ? null : "ahead"),
    wrap: ({ edtf, rule }) => ({ edtf: `../${toEnd(edtf)}`, rule: `the end: ${rule}` }),
  },
  {
    pattern:
      /(?:(?:in|at)\s+)?(?:(?:very\s+)?(?:early|late|mid)(?:[\s-]+(?:in|on))?|(?:the\s+)?(?:beginning|start|middle|end|second half|first half)\s+of)[\s-]+/iuy,
    wrap: ({ edtf, rule }) => ({
      edtf: isFine(edtf) ? edtf : toAbout(edtf),
      rule: isFine(edtf) ? rule : `${rule}, a part of it`,
    }),
  },
  { pattern: /(?:earlier|later)\s+(?:(?:in|on)\s+)?/iuy, wrap: (reading) => reading },
  {
    pattern: /(?:around|about|circa|c\.|roughly|approximately|some\s?time(?:\s+in)?)\s*/iuy,
    wrap: ({ edtf, rule }) => ({ edtf: toAbout(edtf), rule: `about: ${rule}` }),
  },
];

function readFraming(text: string, start: number, from: Reckoning): ReadWords | null {
  for (const { pattern, aim, wrap } of FRAMES) {
    const length = matchLength(pattern, text, start);
    if (length === 0) continue;
    const inner = readMoment(text, start + length, aim ? { ...from, direction: aim(from.direction) } : from);
    const wrapped = inner && wrap(inner);
    if (inner && wrapped) return { ...wrapped, end: inner.end };
  }
  return null;
}

// "From 29 January to 1 February 2023", "between March and May 2020", "Monday to Wednesday", "2015–2018".
const RANGE_BEGIN = /(?:from|between)\s+/iuy;
const RANGE_LINK = /\s?(?:–|—)\s?|\s+(?:to|until|till|through|and|-)\s+|(?<=\d)-(?=\d)/iuy;

function readRange(text: string, start: number, from: Reckoning): ReadWords | null {
  const opening = matchLength(RANGE_BEGIN, text, start);
  const first = readNamed(text, start + opening, from);
  if (!first || first.edtf.includes("/")) return null;
  const link = matchLength(RANGE_LINK, text, first.end);
  if (link === 0) return null;
  const last = readNamed(text, first.end + link, reckonFrom(first.edtf, "ahead", from));
  if (!last || last.edtf.includes("/")) return null;
  // The end is the next of its name after the begin, unless it alone gives the year, for both.
  const isBackFromEnd = last.isAbsolute === true && first.isAbsolute !== true;
  const begin = isBackFromEnd ? readNamed(text, start + opening, reckonFrom(last.edtf, "back", from)) : first;
  if (!begin || begin.edtf >= last.edtf || begin.edtf.length !== last.edtf.length) return null;
  // "On Monday and Tuesday" are days in a row; "in March and July" are two times.
  const isList = opening === 0 && /and/i.test(text.slice(first.end, first.end + link));
  if (isList && !isNextDay(begin.edtf, last.edtf)) return null;
  const rule = isBackFromEnd || first.isAbsolute ? AS_WRITTEN : `${begin.rule}, and the end after it`;
  return { edtf: `${begin.edtf}/${last.edtf}`, rule, end: last.end, isAbsolute: last.isAbsolute ?? false };
}

function reckonFrom(edtf: string, direction: "back" | "ahead", from: Reckoning): Reckoning {
  const day = parseDay(`${edtf}-01-01`.slice(0, 10)) ?? parseDay(edtf.slice(0, 10));
  return { ...from, publishedOn: day ?? from.publishedOn, direction };
}

function isNextDay(first: string, second: string): boolean {
  const day = parseDay(first);
  return day !== null && addDays(day, 1) === second;
}

// A day, a time of it, or both in either order.
function readMoment(text: string, start: number, from: Reckoning): ReadWords | null {
  const named = readNamed(text, start, from);
  if (named) return withClock(text, named, from) ?? named;
  const clock = readLongest(CLOCK_RULES, text, start, from);
  if (!clock) return null;
  const gap = matchLength(/,?\s+(?:\([^()]{1,20}\)\s+)?(?:on\s+)?/iuy, text, clock.end);
  const day = gap > 0 ? readNamed(text, clock.end + gap, from) : null;
  if (day && parseDay(day.edtf)) return join(day, clock, day.end);
  if (from.namedDay !== null) return join({ edtf: from.namedDay, rule: "the day named" }, clock, clock.end);
  // Of what day a time is that stands in a report by itself nobody knows; a person who marked it alone means the report's.
  const isAlone = start === 0 && clock.end === text.length;
  return isAlone ? join({ edtf: from.publishedOn, rule: "the report’s date" }, clock, clock.end) : null;
}

function withClock(text: string, named: ReadWords, from: Reckoning): ReadWords | null {
  if (!parseDay(named.edtf)) return null;
  const gap = matchLength(/,?\s+|\s*T(?=\d)/iuy, text, named.end);
  const clock = gap > 0 ? readLongest(CLOCK_RULES, text, named.end + gap, from) : null;
  return clock && join(named, clock, clock.end);
}

function join(day: Reading, clock: Reading, end: number): ReadWords {
  return { edtf: `${day.edtf}${clock.edtf}`, rule: `${day.rule}; ${clock.rule}`, end };
}

function readNamed(text: string, start: number, from: Reckoning): ReadWords | null {
  return readLongest(NAMED_RULES, text, start, from);
}

function readLongest(
  rules: readonly TimeRule[],
  text: string,
  start: number,
  from: Reckoning,
): ReadWords | null {
  let longest: ReadWords | null = null;
  for (const { pattern, read } of rules) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match || hasLowerCaseName(match[0])) continue;
    const end =
      start + match[0].length + Number(isUnclosed(match[0]) && text[start + match[0].length] === ")");
    if (longest && longest.end >= end) continue;
    const reading = read(match.groups ?? {}, from);
    if (reading) longest = { ...reading, end };
  }
  return longest;
}

function isUnclosed(words: string): boolean {
  return words.includes("(") && !words.includes(")");
}

function matchLength(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length ?? 0;
}

function toBegin(edtf: string): string {
  return edtf.split("/")[0] ?? edtf;
}

function toEnd(edtf: string): string {
  return edtf.split("/").at(-1) ?? edtf;
}

function toAbout(edtf: string): string {
  return edtf
    .split("/")
    .map((end) => (/[~?%]$/.test(end) ? end : `${end}~`))
    .join("/");
}

// "Late on Sunday" is Sunday, and "early last week" no vaguer than last week.
function isFine(edtf: string): boolean {
  return edtf.includes("/") || edtf.length >= 10;
}
