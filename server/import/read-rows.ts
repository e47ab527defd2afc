import type { RowResult } from "@/core/import/import-row";

/** One row of a file as its format reads it. */
export type ReadRow = {
  readonly result: RowResult;
  /** The row as it stands in the file, where that was asked for. */
  readonly raw: string | null;
};
