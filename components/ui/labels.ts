import type { Role, Scope, Visibility } from "@/core/record/roles";
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

export const ROLE_WORDS: Record<Role, string> = {
  reader: "Reader",
  contributor: "Contributor",
  editor: "Editor",
  owner: "Owner",
};

export const ROLE_MEANINGS: Record<Role, string> = {
  reader: "Readers read, also where the dossier is private.",
  contributor: "Contributors see all that sources hold, and propose what an editor decides about.",
  editor: "Editors add and change everything in the dossier.",
  owner: "Owners also decide who sees the dossier and who belongs to it.",
};

export const SCOPE_WORDS: Record<Scope, string> = { read: "Read", write: "Read and write" };

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
