import { pipeline, type Readable } from "node:stream";
import { type InfoRecord, parse } from "csv-parse";
import { toFileRefusal } from "./file-refusal";

export type TableRecord = {
  readonly cells: readonly string[];
  /** Where the record begins in the file, from 1. */
  readonly line: number;
  /** As it stands in the file, where that was asked for. */
  readonly raw: string | null;
};

export const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A source's text may have two million characters; a row that is longer is an unclosed quotation mark. */
const LONGEST_RECORD = 4_000_000;

/**
 * Reads the records of a table one by one. Records of another width than the others are given as they are: they are
 * faults to be listed, where the parser would stop at the first. Throws a FileRefusal where the file is no table.
 */
export async function* readRecords(
  text: Readable,
  delimiter: Delimiter,
  keepsRaw: boolean,
): AsyncGenerator<TableRecord, void, undefined> {
  const parser = parse({
    delimiter,
    // Named, as the parser would else take the first that it meets for all.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    info: true,
    raw: keepsRaw,
  });
  // An error reaches the loop below by the parser; here it is only kept from being unheard.
  pipeline(text, parser, () => {});
  let before: Pick<InfoRecord, "lines" | "empty_lines"> = { lines: 0, empty_lines: 0 };
  try {
    for await (const { record, info, raw = null } of parser as AsyncIterable<Parsed>) {
      const line = before.lines + info.empty_lines - before.empty_lines + 1;
      // The parser goes on counting in the same object.
      before = { lines: info.lines, empty_lines: info.empty_lines };
      yield { cells: record, line, raw };
    }
  } catch (error) {
    throw toFileRefusal(error);
  } finally {
    text.destroy();
  }
}

type Parsed = { readonly record: string[]; readonly info: InfoRecord; readonly raw?: string };

/** The delimiter that the first line has most of, outside of quotation marks; a comma if it has none. */
export function detectDelimiter(head: string): Delimiter {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (const character of head) {
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if ((character === "\n" || character === "\r") && [...counts.values()].some((count) => count > 0)) break;
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  const count = (delimiter: Delimiter) => counts.get(delimiter) ?? 0;
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}
