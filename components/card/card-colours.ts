import type { Category } from "@/core/record/vocabulary";

/** The light theme of app/globals.css: a picture is drawn where there is no style sheet. */
export const CARD_COLOURS = {
  panel: "#ffffff",
  ink: "#1c1b19",
  faintInk: "#5e5b55",
  water: "#e9edf0",
  land: "#f8f6f1",
  border: "#cfcbc2",
  coast: "#b9b5ab",
  playhead: "#b3261e",
  highlightLine: "#b58900",
} as const;

export const CARD_CATEGORY_COLOURS: Record<Category, string> = {
  diplomacy: "#2f6db5",
  statement: "#8a5aa8",
  military: "#b85a26",
  institution: "#237a5f",
  other: "#6b6862",
};
