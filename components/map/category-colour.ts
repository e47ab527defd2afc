import type { Category } from "@/core/record/vocabulary";

/** The category's colour in the theme, as a CSS value. */
export function toCategoryColour(category: Category): string {
  return `var(--cat-${category})`;
}
