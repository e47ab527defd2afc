import { detectJsonFormat, detectTableFormat } from "@/core/import/detect-format";
import type { Format, FormatName, JsonFormat, ReadOptions, TableFormat } from "@/core/import/format";
import { FORMATS } from "@/core/import/formats";
import type { RowResult } from "@/core/import/import-row";
import { FileRefusal } from "./file-refusal";
import { openFile } from "./open-file";
import { readHead } from "./read-head";
import { readJson } from "./read-json";
import { detectDelimiter, readRecords, type TableRecord } from "./read-records";

/** One row of a file as its format reads it. */
export type ReadRow = {
  readonly result: RowResult;
  /** The row as it stands in the file, where that was asked for. */
  readonly raw: string | null;
};

export type OpenRows = {
  readonly format: Format;
  /** The names of a table's columns; `null` of a table without, and of JSON. */
  readonly header: readonly string[] | null;
  readonly rows: AsyncGenerator<ReadRow, void, undefined>;
  /** Of the file itself, in bytes. */
  readonly size: number;
  readonly bytesRead: () => number;
  /** Of the file itself, once its rows are through. */
  readonly sha256: () => string;
  /** Lets go of the file, whether its rows were read or not. */
  readonly close: () => void;
};

/**
 * Opens a file and tells its format, unless that is given. Throws a FileRefusal if it cannot be read, or not in that
 * format; also later, while its rows are read.
 */
export async function openRows(
  path: string,
  wanted: FormatName | null,
  options: ReadOptions,
  keepsRaw: boolean,
): Promise<OpenRows> {
  const head = await readHead(path);
  if (head.trim() === "") throw new FileRefusal("The file is empty.");
  const format = FORMATS.find(({ name }) => name === wanted) ?? null;
  const isJson = format === null ? /^\s*[{[]/.test(head) : format.kind === "json";
  return isJson
    ? openElements(path, format?.kind === "json" ? format : null, options, keepsRaw)
    : openTable(path, head, format?.kind === "table" ? format : null, options, keepsRaw);
}

async function openTable(
  path: string,
  head: string,
  wanted: TableFormat | null,
  options: ReadOptions,
  keepsRaw: boolean,
): Promise<OpenRows> {
  const { text, ...file } = await openFile(path);
  const records = readRecords(text, detectDelimiter(head), keepsRaw);
  try {
    const first = await records.next();
    if (first.done) throw new FileRefusal("The file is empty.");
    const detected = detectTableFormat(first.value.cells);
    const format = wanted ?? detected.format;
    // Only a table of a known width can do without a header.
    const shape =
      format === detected.format
        ? detected.shape
        : { header: first.value.cells, width: first.value.cells.length };
    const read = format.toReader(shape, options);
    if (typeof read === "string") throw new FileRefusal(`Read as ${format.title}: ${read}`);
    const start = shape.header === null ? [first.value] : [];
    const rows = toRows(start, records, read);
    return { format, header: shape.header, rows, ...file, close: () => void text.destroy() };
  } catch (error) {
    await records.return();
    throw error;
  }
}

async function* toRows(
  start: readonly TableRecord[],
  records: AsyncIterable<TableRecord>,
  read: (cells: readonly string[], line: number) => RowResult,
): AsyncGenerator<ReadRow, void, undefined> {
  let count = start.length;
  for (const { cells, line, raw } of start) yield { result: read(cells, line), raw };
  for await (const { cells, line, raw } of records) {
    count++;
    yield { result: read(cells, line), raw };
  }
  if (count === 0) throw new FileRefusal("The file has a header and no rows.");
}

async function openElements(
  path: string,
  wanted: JsonFormat | null,
  options: ReadOptions,
  keepsRaw: boolean,
): Promise<OpenRows> {
  const { text, ...file } = await openFile(path);
  const parsed = await readJson(text);
  const format = wanted ?? detectJsonFormat(parsed);
  if (format === null) {
    const known = FORMATS.filter(({ kind }) => kind === "json").map(({ title }) => title);
    throw new FileRefusal(`The JSON is in no format that is known here: ${known.join(", ")}.`);
  }
  const elements = format.toElements(parsed);
  if (typeof elements === "string") throw new FileRefusal(`Read as ${format.title}: ${elements}`);
  if (elements.length === 0) throw new FileRefusal(`Read as ${format.title}: there are no events in it.`);
  const rows = toElementRows(elements, format.toReader(options), keepsRaw);
  // It was read to its end.
  return { format, header: null, rows, ...file, close: () => {} };
}

async function* toElementRows(
  elements: readonly unknown[],
  read: (element: unknown, number: number) => RowResult,
  keepsRaw: boolean,
): AsyncGenerator<ReadRow, void, undefined> {
  for (const [at, element] of elements.entries()) {
    yield { result: read(element, at + 1), raw: keepsRaw ? JSON.stringify(element) : null };
  }
}
