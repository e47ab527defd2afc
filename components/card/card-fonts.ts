/** The parts into which the fonts' packages cut them; each is a font of its own to the renderer. */
export const CARD_SUBSETS = ["latin", "latin-ext", "cyrillic", "greek", "vietnamese"] as const;

/** Values of `font-family` that try one part after another. */
export const SANS = toFontFamily("sans");
export const SERIF = toFontFamily("serif");

function toFontFamily(face: string): string {
  return CARD_SUBSETS.map((subset) => `${face}-${subset}`).join(", ");
}
