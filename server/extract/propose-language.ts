import { francAll } from "franc-min";
import type { Proposal } from "./extraction";

/** The language that the words of a text are most like; `null` if it is short, or two are about as likely. */
export function proposeLanguage(text: string): Proposal | null {
  const sample = text.slice(0, LONGEST);
  if ((sample.match(/\p{L}/gu) ?? []).length < LEAST_LETTERS) return null;
  const [first, second] = francAll(sample, { minLength: LEAST_LETTERS });
  if (first === undefined || first[0] === "und") return null;
  // The best scores 1; what comes close to it is a sister of it, or a mixture of both.
  if (second !== undefined && first[1] - second[1] < LEAST_LEAD) return null;
  const [tag] = Intl.getCanonicalLocales(first[0]);
  return tag === undefined ? null : { value: tag, reason: "By the frequency of letters in the text." };
}

// Its measure compares counts with ranks, and blurs where a longer text repeats itself.
const LONGEST = 1000;
const LEAST_LETTERS = 40;
const LEAST_LEAD = 0.03;
