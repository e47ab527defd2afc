import { CATEGORIES, type Category } from "../record/vocabulary";

/** The category of an event that somebody else's word files it under; `other` where none fits. */
export function wordsToCategory(words: string): Category {
  const lower = words.toLowerCase();
  const own = CATEGORIES.find((category) => category === lower);
  if (own) return own;
  return STEMS.find(([, stems]) => stems.test(lower))?.[0] ?? "other";
}

// The beginnings of words that newsrooms and datasets use. The first line that fits wins: a "military visit" is a visit.
const STEMS: readonly (readonly [Category, RegExp])[] = [
  [
    "diplomacy",
    /\b(?:diplom|visit|travel|summit|talks|negotiat|treat(?:y|ies)|agreement|cease-?fire|embass|ambassador|sanction)/,
  ],
  ["statement", /\b(?:statement|speech|address|press|interview|declar|announce|remarks|briefing)/],
  [
    "military",
    /\b(?:milit|war\b|wars\b|battle|attack|clash|air ?strike|strike\b|strikes\b|shell|bomb|missile|explosi|violen|combat|conflict|armed|troop|offensive|killing|casualt)/,
  ],
  [
    "institution",
    /\b(?:institut|election|vote|parliament|government|court|law\b|laws\b|legislat|cabinet|appoint|constitution)/,
  ],
];
