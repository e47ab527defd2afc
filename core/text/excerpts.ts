/** Stands for the words of a source that are not stored. */
export const GAP = "[…]";

/**
 * The stored text of a source of which only quotations are kept: the given stretches in document order, with a
 * gap mark between them. Throws if a stretch is empty or could be mistaken for a gap.
 */
export function toExcerpts(stretches: readonly string[]): string {
  for (const stretch of stretches) {
    if (stretch.trim() === "") throw new Error("Excerpts: a stretch is empty.");
    if (stretch.includes(GAP)) throw new Error(`Excerpts: the stretch “${stretch}” holds a gap mark.`);
  }
  return stretches.join(`\n\n${GAP}\n\n`);
}
