/** Whether a font at hand has a code point. */
export type Coverage = (codePoint: number) => boolean;

// Of a text that lost more of its letters than this, the rest would not say what the whole said.
const LEAST_KEPT = 0.7;

/**
 * The text without what no font at hand can draw (other scripts, emoji, marks that do not show), at most `limit`
 * code points long; `null` if too little of it is left to stand for the text.
 */
export function toDrawable(text: string, isCovered: Coverage, limit: number): string | null {
  // Fonts that have no hyphens but the one of ASCII are many.
  const points = [
    ...text
      .normalize("NFC")
      .replace(/[\u2010\u2011]/gu, "-")
      .replace(/\s+/gu, " ")
      .trim(),
  ];
  const isLetter = (point: string) => /[\p{L}\p{N}]/u.test(point);
  const kept = points.filter((point) => isCovered(point.codePointAt(0) ?? 0));
  const letters = points.filter(isLetter).length;
  if (letters === 0 || kept.filter(isLetter).length < letters * LEAST_KEPT) return null;
  const whole = kept
    .join("")
    .replace(/\s+/gu, " ")
    .replace(/^[\s·,]+|[\s·,]+$/gu, "");
  const shown = [...whole];
  return shown.length <= limit
    ? whole
    : `${shown
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`;
}
