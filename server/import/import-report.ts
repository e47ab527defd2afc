import type { RowFault } from "@/core/import/import-row";

/** How an import went, or would go. */
export type ImportReport = {
  /** `refused`: there are bad rows, and nothing was written. `checked`: nothing was to be written. */
  readonly outcome: "written" | "checked" | "refused";
  readonly dossier: { readonly slug: string; readonly title: string; readonly isNew: boolean };
  readonly dataset: string;
  /** All rows of the file; the sum of the four below. */
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Of those added or changed. */
  readonly undated: number;
  readonly unplaced: number;
  /** How many of those say nothing of their publication, and were given a day. */
  readonly dayGiven: number;
  /** Rows of earlier files of the dataset that this one lacks; their events stay. */
  readonly missing: number;
  /** The first of them. */
  readonly faults: readonly RowFault[];
  readonly faultCount: number;
};

/** Counts while an import goes on. */
export type ImportCounts = { -readonly [K in CountName]: number };
type CountName =
  | "rows"
  | "added"
  | "changed"
  | "unchanged"
  | "rejected"
  | "undated"
  | "unplaced"
  | "dayGiven"
  | "faultCount";

export function toNoCounts(): ImportCounts {
  return {
    rows: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    rejected: 0,
    undated: 0,
    unplaced: 0,
    dayGiven: 0,
    faultCount: 0,
  };
}
