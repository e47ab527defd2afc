import { checkText, LIMITS } from "../record/limits";

/** Where in a record the named columns stand; -1, where every record has nothing, is a column that the file lacks. */
export type Indexes<Column extends string> = Readonly<Record<Column, number>>;

export function toIndexes<Column extends string>(
  names: readonly string[],
  columns: readonly Column[],
): Indexes<Column> {
  return Object.fromEntries(columns.map((column) => [column, names.indexOf(column)])) as Record<
    Column,
    number
  >;
}

/** The cell without the space around it; "" if it, or its column, is not there. R writes "NA" for nothing, pandas "nan". */
export function cellAt(record: readonly string[], column: number): string {
  const cell = record[column];
  if (cell === undefined || cell === "") return "";
  const text = cell.trim();
  return text.length <= LONGEST_MISSING && MISSING.has(text) ? "" : text;
}

const LONGEST_MISSING = 4;
const MISSING = new Set(["NA", "N/A", "NULL", "null", "NaN", "nan"]);

/** The items of a cell that lists several, without the empty ones. */
export function toItems(cell: string): readonly string[] {
  if (!cell.includes(";")) return cell === "" ? [] : [cell];
  return cell
    .split(";")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** The columns' names as they begin the lines of a row's text; `string` is the reason why one cannot. */
export function toLabels(header: readonly string[]): readonly string[] | string {
  try {
    return header.map((name, at) => {
      const plain = name.trim();
      return plain === ""
        ? `column ${at + 1}: `
        : `${checkText(`The name of column ${at + 1}`, plain, LIMITS.name)}: `;
    });
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
