import type { Columns } from "@/core/brush/columns";
import { DAY, HOUR, MINUTE, SECOND } from "@/core/time/instant";
import { type ByteReader, type ByteWriter, createReader, createWriter } from "./bytes";

export const COLUMNS_TYPE = "application/vnd.dateline.columns";

/** Raised when the layout changes; a reader refuses what it does not know. */
export const COLUMNS_VERSION = 2;

// Dates are whole days of few zones: counted in the largest unit that divides all of them, most fit a byte.
const UNITS = [DAY, HOUR, 15 * MINUTE, MINUTE, SECOND, 1] as const;

/**
 * Columns as bytes, about 4 for each event once compressed: begins as differences, durations with 0 for an open end,
 * places by number. Bytes of equal weight stand together, but for those of a duration: most of these are one of few,
 * whole. Every instant must be whole milliseconds; throws if an event begins before the one that it stands behind.
 */
export function encodeColumns({
  begins,
  ends,
  places,
  categories,
  placeX,
  placeY,
}: Columns): Uint8Array<ArrayBuffer> {
  const writer = createWriter(64 + placeX.length * 6 + begins.length * 6);
  const openBegins = countOpen(begins);
  const anchor = toAnchor(begins, ends);
  const unit = UNITS.find((one) => divides(one, anchor, begins) && divides(one, anchor, ends)) ?? 1;
  writer.varint(COLUMNS_VERSION);
  writer.varint(begins.length);
  writer.varint(openBegins);
  writer.varint(UNITS.indexOf(unit));
  writer.float64(anchor);
  writer.varint(placeX.length);
  writePlanes(writer, placeX, 3);
  writePlanes(writer, placeY, 3);

  for (let i = 0; i < openBegins; i++) writeEnd(writer, ((ends[i] as number) - anchor) / unit);
  writer.varints(toDifferences(begins.subarray(openBegins), unit));
  for (let i = openBegins; i < begins.length; i++) {
    const end = ends[i] as number;
    writer.varint(end === Number.POSITIVE_INFINITY ? 0 : (end - (begins[i] as number)) / unit);
  }
  writer.varints(Int32Array.from(places, (place) => place + 1));
  for (const category of categories) writer.byte(category);
  return writer.finish();
}

/** The columns in bytes that `encodeColumns` wrote; throws naming what is wrong with others. */
export function decodeColumns(bytes: Uint8Array): Columns {
  const reader = createReader(bytes, "Columns");
  const version = reader.varint();
  if (version !== COLUMNS_VERSION)
    throw new Error(`Columns: got version ${version} when expected ${COLUMNS_VERSION}.`);
  const size = reader.varint();
  const openBegins = reader.varint();
  const unit = UNITS[reader.varint()];
  // A number of events that could not be in so many bytes would ask for memory without end.
  if (size > bytes.length || openBegins > size || unit === undefined)
    throw new RangeError("Columns: broken header.");
  const anchor = reader.float64();
  const placeCount = reader.varint();
  if (placeCount > bytes.length) throw new RangeError("Columns: broken header.");
  const placeX = readPlanes(reader, placeCount, 3);
  const placeY = readPlanes(reader, placeCount, 3);

  const begins = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const ends = new Float64Array(size);
  for (let i = 0; i < openBegins; i++) ends[i] = readEnd(reader) * unit + anchor;
  let before = anchor;
  const differences = reader.varints(size - openBegins);
  for (let i = openBegins; i < size; i++) {
    before += (differences[i - openBegins] as number) * unit;
    begins[i] = before;
  }
  const durations = reader.eachVarint(size - openBegins);
  for (let i = openBegins; i < size; i++) {
    const duration = durations[i - openBegins] as number;
    ends[i] = duration === 0 ? Number.POSITIVE_INFINITY : (begins[i] as number) + duration * unit;
  }
  const numbers = reader.varints(size);
  const places = new Int32Array(size);
  for (let i = 0; i < size; i++) places[i] = (numbers[i] as number) - 1;
  const categories = reader.bytes(size).slice();
  reader.end();
  return { begins, ends, places, categories, placeX, placeY };
}

function countOpen(begins: Float64Array): number {
  let open = 0;
  while (open < begins.length && begins[open] === Number.NEGATIVE_INFINITY) open++;
  return open;
}

function toAnchor(begins: Float64Array, ends: Float64Array): number {
  return begins.find(Number.isFinite) ?? ends.find(Number.isFinite) ?? 0;
}

function divides(unit: number, anchor: number, values: Float64Array): boolean {
  return values.every((value) => !Number.isFinite(value) || (value - anchor) % unit === 0);
}

function toDifferences(begins: Float64Array, unit: number): Float64Array {
  const differences = new Float64Array(begins.length);
  for (let i = 1; i < begins.length; i++) {
    const [before, begin] = [begins[i - 1] as number, begins[i] as number];
    if (begin < before)
      throw new RangeError(`Columns: an event begins at ${begin}, behind one at ${before}.`);
    differences[i] = (begin - before) / unit;
  }
  return differences;
}

// An end without a begin stands by itself; 0 is open as well.
function writeEnd(writer: ByteWriter, end: number): void {
  if (end === Number.POSITIVE_INFINITY) return writer.varint(0);
  writer.varint(1);
  writer.zigzag(end);
}

function readEnd(reader: ByteReader): number {
  return reader.varint() === 0 ? Number.POSITIVE_INFINITY : reader.zigzag();
}

function writePlanes(writer: ByteWriter, values: Int32Array, planes: number): void {
  for (let plane = 0; plane < planes; plane++) {
    for (const value of values) writer.byte((value >> (8 * plane)) & 255);
  }
}

function readPlanes(reader: ByteReader, size: number, planes: number): Int32Array {
  const values = new Int32Array(size);
  for (let plane = 0; plane < planes; plane++) {
    const bytes = reader.bytes(size);
    for (let i = 0; i < size; i++) values[i] = (values[i] as number) | ((bytes[i] as number) << (8 * plane));
  }
  return values;
}
