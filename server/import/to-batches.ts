import { setImmediate as nextTurn } from "node:timers/promises";
import type { RowFault } from "@/core/import/import-row";
import { KeyTable } from "./key-table";
import { type PreparedRow, prepareRow, type RowSetting } from "./prepare-row";
import type { ReadRow } from "./read-rows";

/** Rows that are stored together, and those read meanwhile that cannot be. */
export type PreparedBatch = {
  readonly rows: readonly PreparedRow[];
  readonly rejected: readonly RejectedRow[];
};

export type RejectedRow = { readonly faults: readonly RowFault[]; readonly raw: string | null };

// So many that a statement's own cost is spread thin, and few enough for memory to stay flat.
const MOST_ROWS = 2000;
const MOST_TEXT = 8_000_000;
// While rows are read, the database works on those before: every few milliseconds it is given what it waits for.
const TURN_ROWS = 64;

/** Gathers rows into batches, each completed and checked, no key twice. */
export async function* toBatches(
  rows: AsyncIterable<ReadRow>,
  setting: RowSetting,
): AsyncGenerator<PreparedBatch, void, undefined> {
  const keys = new KeyTable();
  let prepared: PreparedRow[] = [];
  let rejected: RejectedRow[] = [];
  let length = 0;
  for await (const { result, raw } of rows) {
    const row = "row" in result ? prepare(result.row) : result.faults;
    if ("row" in row) {
      prepared.push(row);
      length += row.row.text.length;
    } else rejected.push({ faults: row, raw });
    if ((prepared.length + rejected.length) % TURN_ROWS === 0) await nextTurn();
    if (prepared.length + rejected.length < MOST_ROWS && length < MOST_TEXT) continue;
    yield { rows: prepared, rejected };
    [prepared, rejected, length] = [[], [], 0];
  }
  yield { rows: prepared, rejected };

  function prepare(row: PreparedRow["row"]): PreparedRow | readonly RowFault[] {
    const before = keys.add(row.key, row.line);
    if (before === null) return prepareRow(row, setting);
    const reason = `The row on line ${before} has the same key.`;
    return [{ line: row.line, column: "key", value: row.key, reason }];
  }
}
