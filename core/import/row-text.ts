import { LIMITS } from "../record/limits";
import { utf16ToCodePoint } from "../text/code-points";
import { checkCell, type Faults, isPlain, noteFault } from "./row-checks";

/** A row as text, and the part of it that reports the event, in code points, half-open. */
export type RowText = { readonly text: string; readonly start: number; readonly end: number };

/** The part `[from, to)`, in UTF-16 units, of the cell in a column. */
export type CellPart = { readonly column: number; readonly from: number; readonly to: number };

/**
 * A line "column: value" for each cell that is not empty, and where in it the quoted part stands; `null` is the whole
 * text. Notes what cannot be stored.
 */
export function toRowText(
  faults: Faults,
  names: readonly string[],
  labels: readonly string[],
  record: readonly string[],
  quoted: CellPart | null,
): RowText {
  let text = "";
  let cellStart = 0;
  for (let column = 0; column < record.length; column++) {
    const cell = record[column];
    if (cell === undefined || cell === "") continue;
    text += text === "" ? labels[column] : `\n${labels[column]}`;
    if (column === quoted?.column) cellStart = text.length;
    text += cell;
  }
  const first = quoted === null ? 0 : cellStart + quoted.from;
  const last = quoted === null ? text.length : cellStart + quoted.to;
  const quotedName = quoted === null ? (names[0] ?? "") : (names[quoted.column] ?? "");
  // Nearly all rows are without pairs, and their offsets need no counting.
  if (isPlain(text) && text.length <= LIMITS.text) {
    if (last - first > LIMITS.exact || last === first)
      noteLength(faults, quotedName, text.slice(first, last));
    return { text, start: first, end: last };
  }
  const before = faults.found.length;
  for (const [column, cell] of record.entries()) {
    if (cell !== "") checkCell(faults, names[column] ?? "", "The cell", cell, LIMITS.text);
  }
  if (faults.found.length === before) checkCell(faults, names[0] ?? "", "The row", text, LIMITS.text);
  noteLength(faults, quotedName, text.slice(first, last));
  const start = utf16ToCodePoint(text, first);
  return { text, start, end: start + utf16ToCodePoint(text.slice(first, last), last - first) };
}

/** Notes a record that has more or fewer cells than there are columns: none of them can be trusted. */
export function checkWidth(faults: Faults, names: readonly string[], record: readonly string[]): void {
  if (record.length === names.length) return;
  const reason = `The row has ${record.length} cells, but there are ${names.length} columns.`;
  noteFault(faults, names[record.length] ?? "", record.at(-1) ?? "", reason);
}

function noteLength(faults: Faults, column: string, passage: string): void {
  checkCell(faults, column, "The passage", passage, LIMITS.exact);
}
