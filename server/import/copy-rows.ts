import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type Cell = string | number | boolean | null;

/** Sends rows to a table by COPY; `lines` are made by `toCopyLine`. Throws what the database refuses. */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return;
  const names = columns.map((column) => `"${column}"`).join(", ");
  const stream = client.query(copyFrom(`copy ${table} (${names}) from stdin`));
  const finished = once(stream, "finish");
  stream.end(lines.join(""));
  await finished;
}

/** A row in the text form of COPY, with its line end. */
export function toCopyLine(cells: readonly Cell[]): string {
  let line = "";
  for (let at = 0; at < cells.length; at++) {
    if (at > 0) line += "\t";
    line += toCopyCell(cells[at] ?? null);
  }
  return `${line}\n`;
}

/** One cell in the text form of COPY. Text must be free of NUL, which the database cannot store. */
export function toCopyCell(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell !== "string") return String(cell);
  // Nearly all cells are free of what has to be written otherwise.
  return SPECIAL.test(cell) ? cell.replace(EACH_SPECIAL, (character) => ESCAPES[character] ?? "") : cell;
}

const SPECIAL = /[\\\n\r\t]/;
const EACH_SPECIAL = /[\\\n\r\t]/g;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
