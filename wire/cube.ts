import type { Cube } from "@/core/brush/cube";
import { createReader, createWriter } from "./bytes";

export const CUBE_TYPE = "application/vnd.dateline.cube";

/** Raised when the layout changes; a reader refuses what it does not know. */
const CUBE_VERSION = 1;

// Far above what a first view may weigh; a larger number is a broken header.
const MOST_SUMS = 2 ** 26;

/**
 * A cube as bytes: column by column, what begins in each bin, and by how much more or less ends in it. Events are
 * short against the bins, so that the second is mostly nothing. Columns must be sorted by cell.
 */
export function encodeCube(cube: Cube): Uint8Array<ArrayBuffer> {
  const { firstEdge, binDays, edges, level, cells, categories, x, y, startsBefore, endsBy } = cube;
  const columns = cells.length;
  const writer = createWriter(64 + columns * (8 + edges));
  writer.varint(CUBE_VERSION);
  writer.zigzag(firstEdge);
  for (const number of [binDays, edges, level, columns]) writer.varint(number);
  let before = 0;
  for (let column = 0; column < columns; column++) {
    writer.zigzag((cells[column] as number) - before);
    before = cells[column] as number;
    writer.byte(categories[column] as number);
    writer.varint(x[column] as number);
    writer.varint(y[column] as number);
  }
  for (let column = 0; column < columns; column++) {
    for (let edge = 0; edge < edges; edge++) writer.varint(toStep(startsBefore, edge, column, columns));
  }
  for (let column = 0; column < columns; column++) {
    for (let edge = 0; edge < edges; edge++) {
      writer.zigzag(toStep(endsBy, edge, column, columns) - toStep(startsBefore, edge, column, columns));
    }
  }
  return writer.finish();
}

/** The cube in bytes that `encodeCube` wrote; throws naming what is wrong with others. */
export function decodeCube(bytes: Uint8Array): Cube {
  const reader = createReader(bytes, "Cube");
  const version = reader.varint();
  if (version !== CUBE_VERSION)
    throw new Error(`Cube: got version ${version} when expected ${CUBE_VERSION}.`);
  const firstEdge = reader.zigzag();
  const binDays = reader.varint();
  const edges = reader.varint();
  const level = reader.varint();
  const columns = reader.varint();
  if (columns * edges > MOST_SUMS || columns > bytes.length || edges === 0)
    throw new RangeError("Cube: broken header.");

  const cells = new Int32Array(columns);
  const categories = new Uint8Array(columns);
  const x = new Int32Array(columns);
  const y = new Int32Array(columns);
  let before = 0;
  for (let column = 0; column < columns; column++) {
    before += reader.zigzag();
    cells[column] = before;
    categories[column] = reader.byte();
    x[column] = reader.varint();
    y[column] = reader.varint();
  }
  const startsBefore = new Int32Array(columns * edges);
  const endsBy = new Int32Array(columns * edges);
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    for (let at = column; at < startsBefore.length; at += columns) {
      sum += reader.varint();
      startsBefore[at] = sum;
    }
  }
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    let begun = 0;
    for (let at = column; at < endsBy.length; at += columns) {
      const starts = (startsBefore[at] as number) - begun;
      begun = startsBefore[at] as number;
      sum += starts + reader.zigzag();
      endsBy[at] = sum;
    }
  }
  reader.end();
  return { firstEdge, binDays, edges, level, cells, categories, x, y, startsBefore, endsBy };
}

function toStep(rows: Int32Array, edge: number, column: number, columns: number): number {
  const at = edge * columns + column;
  return (rows[at] as number) - (edge === 0 ? 0 : (rows[at - columns] as number));
}
