import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { RejectedRow } from "./to-batches";

const HEADER = ["line", "column", "value", "reason", "row"];

/** A table of the rows that an import left out, a line for each fault, made when there is the first. */
export class RejectsFile {
  private stream: WriteStream | null = null;

  constructor(private readonly path: string) {}

  async add({ faults, raw }: RejectedRow): Promise<void> {
    this.stream ??= await this.open();
    const lines = faults.map(({ line, column, value, reason }) =>
      toCsvLine([String(line), column, value, reason, raw?.replace(/[\r\n]+$/, "") ?? ""]),
    );
    if (!this.stream.write(lines.join(""))) await once(this.stream, "drain");
  }

  /** Ends the file; gives its path, or `null` if nothing was rejected. */
  async close(): Promise<string | null> {
    if (this.stream === null) return null;
    this.stream.end();
    await once(this.stream, "close");
    return this.path;
  }

  async discard(): Promise<void> {
    if ((await this.close()) !== null) await rm(this.path, { force: true });
  }

  private async open(): Promise<WriteStream> {
    const stream = createWriteStream(this.path);
    await once(stream, "open");
    stream.write(toCsvLine(HEADER));
    return stream;
  }
}

function toCsvLine(cells: readonly string[]): string {
  return `${cells.map(toCsvCell).join(",")}\r\n`;
}

// What a spreadsheet would take for a formula is kept from it by an apostrophe; plain numbers are none.
function toCsvCell(cell: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell);
  return `"${(isFormula ? `'${cell}` : cell).replaceAll('"', '""')}"`;
}
