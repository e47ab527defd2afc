import type { RowResult } from "./import-row";
import type { Mapping } from "./mapping";

/** What every reader is told from outside. */
export type ReadOptions = {
  /** A short hash of a text, for the keys of rows that have none of their own. */
  readonly digest: (text: string) => string;
  /** Of rows that name no publisher, in formats that have none. */
  readonly publisher: string;
  /** BCP 47 tag of rows that name no language. */
  readonly language: string;
  /** Which columns mean what, and the order of day and month; only `csv` asks for it. `null` is a guess by the names. */
  readonly mapping: Mapping | null;
};

/** The header's names, or `null` of a file without one, and how many cells a record has. */
export type TableShape = { readonly header: readonly string[] | null; readonly width: number };

/** The names of the formats, as written on a command line. */
export type FormatName =
  | "dateline"
  | "csv"
  | "ucdp"
  | "acled"
  | "geojson"
  | "timelinejs-csv"
  | "timelinejs-json";

type FormatBase = {
  readonly name: FormatName;
  /** For people. */
  readonly title: string;
  /** What whoever imports or shows these rows must know of their licence. */
  readonly notice: string | null;
};

/** Reads one record; `line` is where it begins in the file, from 1. */
export type RecordReader = (record: readonly string[], line: number) => RowResult;

/** Records of cells: CSV. The reader is made once for a file; `string` is the reason why the file cannot be read. */
export type TableFormat = FormatBase & {
  readonly kind: "table";
  readonly toReader: (shape: TableShape, options: ReadOptions) => RecordReader | string;
};

/** The parsed elements of a JSON file; `number` counts them from 1. */
export type ElementReader = (element: unknown, number: number) => RowResult;

export type JsonFormat = FormatBase & {
  readonly kind: "json";
  /** The events of the parsed file; `string` is the reason why there are none to be had. */
  readonly toElements: (file: unknown) => readonly unknown[] | string;
  readonly toReader: (options: ReadOptions) => ElementReader;
};

export type Format = TableFormat | JsonFormat;
