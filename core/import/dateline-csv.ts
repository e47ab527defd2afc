import { CATEGORIES } from "../record/vocabulary";
import { toIndexes, toLabels } from "./columns";
import { parseAsEdtf } from "./date-cell";
import { parseActors } from "./dateline-actors";
import { type FieldRules, toFieldReader } from "./field-reader";
import type { ReadOptions, RecordReader, TableFormat, TableShape } from "./format";
import { FIELDS } from "./mapping";

/** Dateline's own table, in which everything that a row can be is said in its own column: docs/import.md. */
export const DATELINE_CSV: TableFormat = {
  kind: "table",
  name: "dateline",
  title: "Dateline CSV",
  notice: null,
  toReader: toDatelineReader,
};

const RULES: FieldRules = {
  parseDate: parseAsEdtf,
  parseCategory: (cell) =>
    cell === "" ? "other" : (CATEGORIES.find((category) => category === cell.toLowerCase()) ?? null),
  toActors: parseActors,
  makesTitles: false,
};

function toDatelineReader({ header }: TableShape, options: ReadOptions): RecordReader | string {
  if (header === null) return "A Dateline CSV begins with the names of its columns.";
  const names = header.map((name) => name.trim().toLowerCase());
  const labels = toLabels(names);
  if (typeof labels === "string") return labels;
  // A column whose name is misspelt would be lost without a word.
  const odd = names.find((name) => !FIELDS.some((field) => field === name));
  if (odd !== undefined) return `“${odd}” is no column of Dateline CSV: ${FIELDS.join(", ")}.`;
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) return `The column “${twice}” stands twice.`;
  if (!names.includes("title")) return "The column “title” is missing.";
  const read = toFieldReader({ names, labels, at: toIndexes(names, FIELDS), keyWithin: -1 }, RULES, options);
  return (record, line) => read(record.map(toUnescaped), line);
}

// Exports put an apostrophe before what a spreadsheet would take for a formula.
function toUnescaped(cell: string): string {
  return ESCAPED_FORMULA.test(cell) ? cell.slice(1) : cell;
}

const ESCAPED_FORMULA = /^'[=+\-@\t\r]/;
