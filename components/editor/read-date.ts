import { parseWhen } from "@/core/time/edtf";
import { proposeWhen } from "@/core/time/propose-when";
import { readWhen } from "@/core/time/read-when";
import type { When } from "@/core/time/when";
import type { Zone } from "@/core/time/zone";
import type { CitationDraft } from "./event-draft";

/** What the date in the form comes to. */
export type DateReading =
  | { readonly kind: "undated" }
  | { readonly kind: "unread"; readonly reason: string }
  /** `words` give it by `rule`; both are `null` where the date was set without words. */
  | {
      readonly kind: "read";
      readonly when: When;
      readonly words: string | null;
      readonly rule: string | null;
    };

type Cited = Pick<CitationDraft, "exact" | "timeWords" | "publishedOn">;

/** Reads a date as it was typed, EDTF or words, in the zone of the place. */
export function readDate(date: string, citation: Cited, zone: Zone): DateReading {
  if (date.trim() === "") return { kind: "undated" };
  const read = readWhen(date, { publishedOn: citation.publishedOn, zone });
  if (!read.ok) return { kind: "unread", reason: read.reason };
  if (read.rule !== null) return { kind: "read", when: read.when, words: date.trim(), rule: read.rule };
  const proposal = readTimeWords(citation, zone);
  if (proposal?.when.edtf !== read.when.edtf)
    return { kind: "read", when: read.when, words: null, rule: null };
  return { kind: "read", when: read.when, words: citation.timeWords.trim(), rule: proposal.rule };
}

/** What the words that give the date mean; `null` if they say nothing that can be read. */
export function readTimeWords(citation: Cited, zone: Zone): { when: When; rule: string } | null {
  const words = citation.timeWords.trim();
  if (words === "") return null;
  const proposal = proposeWhen(words, { publishedOn: citation.publishedOn, zone }, citation.exact);
  if (proposal === null) return null;
  const result = parseWhen(proposal.edtf, zone);
  return result.ok ? { when: result.when, rule: proposal.rule } : null;
}
