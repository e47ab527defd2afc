import { LIMITS } from "../record/limits";
import type { Coverage } from "../record/vocabulary";
import { type CodePointOffset, lengthInCodePoints, utf16ToCodePoint } from "./code-points";
import { GAP } from "./excerpts";

/** Words that somebody selected, ready to be cited; offsets in code points of the source's text. */
export type SelectedQuote = {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  readonly exact: string;
};

export type SelectionResult =
  | { readonly ok: true; readonly quote: SelectedQuote }
  | { readonly ok: false; readonly reason: string };

/**
 * What a selection from one UTF-16 index of a source's text to another quotes: whole graphemes, without the blanks at
 * its ends. Refuses, with a sentence that says why, what quotes nothing, too much, or across a gap between excerpts.
 */
export function toSelectedQuote(
  { text, coverage }: { readonly text: string; readonly coverage: Coverage },
  from: number,
  to: number,
): SelectionResult {
  const first = snapToGrapheme(text, Math.max(0, Math.min(from, to)), "start");
  const last = snapToGrapheme(text, Math.min(text.length, Math.max(from, to)), "end");
  const selected = text.slice(first, last);
  const exact = selected.trim();
  if (exact === "") return { ok: false, reason: "No words are selected." };
  if (coverage === "excerpts" && touchesGap(text, first, last)) {
    return {
      ok: false,
      reason: `${GAP} stands for words that are not stored: quote what is before or after it.`,
    };
  }
  const length = lengthInCodePoints(exact);
  if (length > LIMITS.exact) {
    return { ok: false, reason: `A passage has at most ${LIMITS.exact} characters; these are ${length}.` };
  }
  const start = utf16ToCodePoint(text, first + selected.indexOf(exact));
  return { ok: true, quote: { start, end: (start + length) as CodePointOffset, exact } };
}

// Graphemes are what a reader takes for one character: a letter with its accents, a flag, a family of emoji.
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Moves an index that lies inside a grapheme out to the end of it that is asked for. */
function snapToGrapheme(text: string, index: number, edge: "start" | "end"): number {
  // No grapheme reaches over the end of a line, so that a line is enough to look at.
  const lineStart = text.lastIndexOf("\n", index - 1) + 1;
  const lineEnd = text.indexOf("\n", index);
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  const around = graphemes.segment(line).containing(index - lineStart);
  if (around === undefined || around.index === index - lineStart) return index;
  return lineStart + around.index + (edge === "start" ? 0 : around.segment.length);
}

/** Whether a stretch reaches into a gap, or over one. */
function touchesGap(text: string, start: number, end: number): boolean {
  const gap = text.indexOf(GAP, Math.max(0, start - GAP.length + 1));
  return gap !== -1 && gap < end;
}
