import { lengthInCodePoints } from "../text/code-points";
import { LONGEST_DATE, parseWhen } from "./edtf";
import { findTimeWords, type Report } from "./find-time-words";
import { parseNumericDate } from "./numeric-date";
import { spellOutNames } from "./time-names";
import type { When } from "./when";

export type ReadWhen =
  /** `rule` is `null` where the text is EDTF itself. */
  | { readonly ok: true; readonly when: When; readonly rule: string | null }
  | { readonly ok: false; readonly reason: string };

/** Reads what a person types for a date: EDTF, or words as a report has them. A refusal says in a sentence why. */
export function readWhen(text: string, report: Report): ReadWhen {
  const typed = text.trim().replace(/\s+/g, " ");
  const result = parseWhen(typed, report.zone);
  if (result.ok) return { ...result, rule: null };
  if (NUMBERS.test(typed)) return readNumbers(typed, report);
  if (EDTF_ALONE.test(typed) || typed.length > LONGEST_DATE) return result;
  if (BEFORE_CHRIST.test(typed))
    return { ok: false, reason: `“${typed}” lies before the year 1; dates BCE are not supported.` };
  return readWords(typed, report);
}

const NUMBERS = /^\d{1,2}([-/.])\d{1,2}\1\d{4}$/;
// What holds no letter but those of EDTF is refused as EDTF.
const EDTF_ALONE = /^[\dXYTZ:./?~%+\-[\]{}, ]*$/;
const BEFORE_CHRIST = /\b(?:BCE?|B\.C\.(?:E\.)?)$/i;
const LEADING = /^(?:on|in|at|the)\s+/i;

function readNumbers(typed: string, { zone }: Report): ReadWhen {
  const numeric = parseNumericDate(typed);
  if (!numeric.ok) return numeric;
  const result = parseWhen(numeric.day, zone);
  return result.ok ? { ...result, rule: null } : result;
}

function readWords(typed: string, report: Report): ReadWhen {
  const words = spellOutNames(typed);
  for (const candidate of [words, words.replace(LEADING, "")]) {
    const found = findTimeWords(candidate, report);
    if (!found || found.start > 0 || found.end < lengthInCodePoints(candidate)) continue;
    const result = parseWhen(found.edtf, report.zone);
    return result.ok ? { ...result, rule: found.rule } : result;
  }
  return {
    ok: false,
    reason: `“${typed}” is neither a date in EDTF, such as 2023-01-29, 2022 or 2022-06/.., nor words such as “Sunday”, “last year” or “18 January 2023”.`,
  };
}
