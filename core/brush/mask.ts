import { CATEGORIES, type Category } from "../record/vocabulary";
import { ALL_CATEGORIES, type CategoryMask } from "./crowd";

/** The mask that lets these categories through; none of them lets every one through, as an empty filter does. */
export function toMask(categories: readonly Category[]): CategoryMask {
  if (categories.length === 0) return ALL_CATEGORIES;
  return categories.reduce((mask, category) => mask | (1 << CATEGORIES.indexOf(category)), 0);
}
