import {
  type CodePointOffset,
  isWellFormed,
  lengthInCodePoints,
  sliceCodePoints,
  toCodePointOffset,
  utf16ToCodePoint,
} from "./code-points";

/** Code points of context kept on either side of a quotation. */
export const CONTEXT_LENGTH = 32;

/** Proof that `exact` stands in its source's text at these offsets; only `verifyQuote` makes one. */
export type VerifiedQuote = {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly __brand: "VerifiedQuote";
};

/** Compares the quotation with the source's text at its offsets; throws naming source, offsets and both texts. */
export function verifyQuote(
  source: { readonly slug: string; readonly text: string },
  start: number,
  end: number,
  exact: string,
): VerifiedQuote {
  const from = toCodePointOffset(start);
  const to = toCodePointOffset(end);
  const where = `Quotation in source ${source.slug} at ${start}–${end}`;
  if (from >= to) throw new RangeError(`${where}: the start must come before the end.`);
  if (!isWellFormed(exact)) throw new RangeError(`${where}: the quotation holds a lone surrogate.`);
  const found = sliceCodePoints(source.text, from, to);
  // The second check refuses an end beyond the text, which slicing would clamp.
  if (found !== exact || lengthInCodePoints(exact) !== to - from) {
    throw new Error(`${where}: expected “${exact}” but the text there is “${found}”.`);
  }
  return { start: from, end: to, exact, ...toContext(source.text, from, to), __brand: "VerifiedQuote" };
}

/** The offsets at which `exact` stands in the text, in order, or nearest to `hint` first; overlapping ones included. */
export function locateQuote(text: string, exact: string, hint?: CodePointOffset): CodePointOffset[] {
  if (exact === "" || !isWellFormed(exact)) return [];
  const found: CodePointOffset[] = [];
  let measured = 0;
  let offset = 0;
  for (let index = text.indexOf(exact); index !== -1; index = text.indexOf(exact, index + 1)) {
    offset += utf16ToCodePoint(text.slice(measured, index), index - measured);
    measured = index;
    found.push(offset as CodePointOffset);
  }
  if (hint === undefined) return found;
  return found.toSorted((a, b) => Math.abs(a - hint) - Math.abs(b - hint));
}

/** What stands directly before and after a quotation: up to 32 code points each, as in a W3C TextQuoteSelector. */
export function toContext(
  text: string,
  start: CodePointOffset,
  end: CodePointOffset,
): { prefix: string; suffix: string } {
  return {
    prefix: sliceCodePoints(text, Math.max(0, start - CONTEXT_LENGTH) as CodePointOffset, start),
    suffix: sliceCodePoints(text, end, (end + CONTEXT_LENGTH) as CodePointOffset),
  };
}
