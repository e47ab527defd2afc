import type { Day } from "./day";

/** On which side of the report's date what the words name lies, as the verbs around them say; `null` if they do not. */
export type Direction = "back" | "ahead" | null;

/** What words are reckoned from. */
export type Reckoning = {
  readonly publishedOn: Day;
  readonly direction: Direction;
  /** The day that "for a second day" ends with and a bare "at 3 p.m." belongs to. */
  readonly namedDay: Day | null;
};

/** What words come to, and the rule by which they do. */
export type Reading = {
  readonly edtf: string;
  readonly rule: string;
  /** Whether the words name the year themselves, so that nothing is reckoned. */
  readonly isAbsolute?: boolean;
};

type Groups = Readonly<Record<string, string | undefined>>;

/** A form of words and how it is read; `null` where the calendar has no such thing. */
export type TimeRule = {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, from: Reckoning) => Reading | null;
};

/** A rule for words that match the whole of a pattern, in whatever case, and do not go on in letters or digits. */
export function toTimeRule(source: string, read: TimeRule["read"]): TimeRule {
  return { pattern: new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, "iuy"), read };
}
