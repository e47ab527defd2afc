import type { FormatName } from "@/core/import/format";
import type { RowFault } from "@/core/import/import-row";
import type { Mapping } from "@/core/import/mapping";
import type { Assertion, Category } from "@/core/record/vocabulary";

// Types alone, for the browser too; what a server receives is checked by the schemas of import-request.ts.

/** A file that was brought, and waits to be imported. */
export type WireUpload = { readonly id: string; readonly name: string; readonly size: number };

/** How a file is to be read. `null` is what the program would choose. */
export type ReadingRequest = {
  readonly format: FormatName | null;
  readonly mapping: Mapping | null;
  readonly zone: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
};

export type ImportRequest = ReadingRequest & {
  readonly dossier: { readonly slug: string; readonly title: string | null };
  readonly skipsBad: boolean;
};

/** The first rows of a file and what they would become. */
export type WirePreview = {
  readonly format: FormatName;
  readonly formatTitle: string;
  readonly notice: string | null;
  /** The names of a table's columns. */
  readonly header: readonly string[] | null;
  /** How the columns were read, of a table without a format of its own. */
  readonly mapping: Mapping | null;
  readonly rows: readonly WirePreviewRow[];
};

export type WirePreviewRow =
  | { readonly line: number; readonly event: WirePreviewEvent }
  | { readonly line: number; readonly faults: readonly RowFault[] };

export type WirePreviewEvent = {
  readonly title: string;
  readonly category: Category;
  readonly assertion: Assertion;
  /** In words. */
  readonly date: string | null;
  readonly place: string | null;
  readonly actors: readonly string[];
  readonly source: string;
  readonly passage: string;
};

/** A line of the answer while an import goes on; the last is a result or a problem. */
export type ImportMessage =
  | { readonly progress: { readonly rows: number; readonly portion: number } }
  | { readonly result: WireImportResult }
  | { readonly problem: string };

export type WireImportResult = {
  readonly outcome: "written" | "refused";
  readonly dossier: { readonly slug: string; readonly title: string };
  readonly dataset: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly missing: number;
  readonly undated: number;
  readonly unplaced: number;
  readonly dayGiven: number;
  readonly notice: string | null;
  /** The first of them. */
  readonly faults: readonly RowFault[];
  readonly faultCount: number;
  /** Where all rows that were left out can be had, as a table; `null` if none were. */
  readonly rejects: string | null;
};
