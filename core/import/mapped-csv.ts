import { wordsToCategory } from "./category-words";
import { type Indexes, toItems, toLabels } from "./columns";
import { parseDateCell } from "./date-cell";
import { type FieldRules, toFieldReader } from "./field-reader";
import type { ReadOptions, RecordReader, TableFormat, TableShape } from "./format";
import { FIELDS, type Field, type Mapping } from "./mapping";
import { proposeMapping } from "./propose-mapping";

/** Any table, by a mapping of its columns. */
export const MAPPED_CSV: TableFormat = {
  kind: "table",
  name: "csv",
  title: "CSV",
  notice: null,
  toReader: toMappedReader,
};

function toMappedReader({ header }: TableShape, options: ReadOptions): RecordReader | string {
  if (header === null) return "The names of the columns are missing.";
  const labels = toLabels(header);
  if (typeof labels === "string") return labels;
  const mapping = options.mapping ?? proposeMapping(header);
  const names = header.map((name) => name.trim());
  const wrong = findFault(mapping, names);
  if (wrong !== null) return wrong;

  // Not the columns' fields but the fields' columns: one may be both title and quotation.
  const at = Object.fromEntries(
    FIELDS.map((field) => [field, names.indexOf(mapping.columns[field]?.trim() ?? NO_COLUMN)]),
  ) as Indexes<Field>;
  const keyWithin = names.indexOf(mapping.keyWithin?.trim() ?? NO_COLUMN);
  return toFieldReader({ names, labels, at, keyWithin }, toRules(mapping), options);
}

// No column is called so, since names are trimmed.
const NO_COLUMN = " ";

function findFault({ columns, keyWithin }: Mapping, names: readonly string[]): string | null {
  if (keyWithin !== undefined && !names.includes(keyWithin.trim())) {
    return `There is no column “${keyWithin}” within which the keys could count.`;
  }
  for (const field of FIELDS) {
    const column = columns[field];
    if (column !== undefined && !names.includes(column.trim())) {
      return `There is no column “${column}”, which the mapping gives to ${field}.`;
    }
  }
  const named = NAMING.some((field) => columns[field] !== undefined);
  return named ? null : `No column gives the events a name: map one to ${NAMING.join(", ")}.`;
}

const NAMING = ["title", "quotation", "actors", "place"] as const;

function toRules({ dateOrder, actorKind }: Mapping): FieldRules {
  return {
    parseDate: (cell) => parseDateCell(cell, dateOrder),
    parseCategory: wordsToCategory,
    toActors: (cell) => toItems(cell).map((name) => ({ name, kind: actorKind, role: "" })),
    makesTitles: true,
  };
}
