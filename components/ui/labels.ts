import type { Visibility } from "@/core/record/roles";
import type { Assertion, Category, Status } from "@/core/record/vocabulary";

/** The words on the screen for the enumerations. */
export const CATEGORY_LABELS: Record<Category, string> = {
  diplomacy: "Diplomacy",
  statement: "Statements",
  military: "Military",
  institution: "Institutions",
  other: "Other",
};

export const VISIBILITY_WORDS: Record<Visibility, string> = {
  public: "Public",
  unlisted: "Unlisted",
  private: "Private",
};

export const CATEGORY_COLOURS: Record<Category, string> = {
  diplomacy: "var(--cat-diplomacy)",
  statement: "var(--cat-statement)",
  military: "var(--cat-military)",
  institution: "var(--cat-institution)",
  other: "var(--cat-other)",
};

export const STATUS_LABELS: Record<Status, string> = {
  occurred: "Occurred",
  planned: "Planned",
  ongoing: "Ongoing",
  cancelled: "Cancelled",
  claimed: "Claimed",
  denied: "Denied",
  disputed: "Disputed",
};

/** How "It says that this …" goes on. */
export const ASSERTION_LABELS: Record<Assertion, string> = {
  occurred: "occurred",
  planned: "is planned",
  ongoing: "is ongoing",
  cancelled: "is cancelled",
  claimed: "is claimed",
  denied: "is denied",
};
