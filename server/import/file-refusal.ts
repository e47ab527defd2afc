import { CsvError } from "csv-parse";

/** A file that cannot be read at all, with the reason for whoever brought it. */
export class FileRefusal extends Error {
  override readonly name = "FileRefusal";
}

/** What the libraries that read files throw, in words for people; anything else as it is. */
export function toFileRefusal(error: unknown): unknown {
  if (error instanceof CsvError) return new FileRefusal(toCsvReason(error));
  if (!(error instanceof Error) || !("code" in error)) return error;
  const code = String(error.code);
  // zlib's, of a file that is damaged or was cut short.
  if (code.startsWith("Z_")) {
    return new FileRefusal(`The file is packed by gzip, and cannot be unpacked: ${error.message}.`);
  }
  return ["EIO", "EISDIR", "EACCES"].includes(code)
    ? new FileRefusal(`The file cannot be read: ${error.message}.`)
    : error;
}

function toCsvReason(error: CsvError): string {
  const line = Number(error.lines);
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return `A quotation mark that opens a cell on line ${line} or before is never closed.`;
    case "INVALID_OPENING_QUOTE":
      return `Line ${line} has a quotation mark in the middle of a cell that does not begin with one. Inside a cell, write it twice and put the cell in quotation marks.`;
    case "CSV_INVALID_CLOSING_QUOTE":
      return `Line ${line} has text after a closing quotation mark. Inside a cell, write quotation marks twice.`;
    case "CSV_MAX_RECORD_SIZE":
      return `The row that ends on line ${line} is longer than a row may be; perhaps a quotation mark is not closed.`;
    default:
      return `The table cannot be read: ${error.message}.`;
  }
}
