/** A position between characters, counted in Unicode code points from the start of a text. */
export type CodePointOffset = number & { readonly __brand: "CodePointOffset" };

/** Checks that `offset` is a whole number from 0 up; throws a RangeError that names it if not. */
export function toCodePointOffset(offset: number): CodePointOffset {
  if (!Number.isSafeInteger(offset) || offset < 0) {
    throw new RangeError(`Code point offset ${offset}: expected a whole number from 0 up.`);
  }
  return offset as CodePointOffset;
}

export function lengthInCodePoints(text: string): CodePointOffset {
  return utf16ToCodePoint(text, text.length);
}

/** The text from `start` up to `end`, both in code points; offsets past the end are clamped to it. */
export function sliceCodePoints(text: string, start: CodePointOffset, end: CodePointOffset): string {
  return text.slice(codePointToUtf16(text, start), codePointToUtf16(text, end));
}

/** The UTF-16 index of a code point offset, clamped to the text's length. */
export function codePointToUtf16(text: string, offset: CodePointOffset): number {
  let index = 0;
  for (let passed = 0; passed < offset && index < text.length; passed++) index += unitsAt(text, index);
  return index;
}

/** The code point offset of a UTF-16 index; an index inside a surrogate pair counts as after the pair. */
export function utf16ToCodePoint(text: string, index: number): CodePointOffset {
  const end = Math.min(index, text.length);
  let passed = 0;
  for (let at = 0; at < end; passed++) at += unitsAt(text, at);
  return passed as CodePointOffset;
}

/**
 * Replaces each lone surrogate by U+FFFD, as UTF-8 would. To be done once, before a text is hashed or measured:
 * afterwards JavaScript, the hash and the database see the same characters.
 */
export function toWellFormed(text: string): string {
  return text.replace(LONE_SURROGATES, "\u{FFFD}");
}

/** Whether the text is free of lone surrogates. */
export function isWellFormed(text: string): boolean {
  return text.search(LONE_SURROGATES) === -1;
}

/** Whether a text is the same once it was kept: a database takes no NUL, and UTF-8 no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && isWellFormed(text);
}

// With the `u` flag a pair is one character outside this category, so only the lone ones match.
const LONE_SURROGATES = /\p{Surrogate}/gu;

function unitsAt(text: string, index: number): 1 | 2 {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
