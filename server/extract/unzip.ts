import { inflateRawSync } from "node:zlib";
import { DocumentRefusal } from "./extraction";

/** What one ZIP file may hold; more is a bomb or no document. */
const MOST_ENTRIES = 1000;
const MOST_RATIO = 100;
const LARGEST_BYTES = 64 * 2 ** 20;
// What is small unpacks to what is small, at whatever ratio.
const HARMLESS_BYTES = 2 ** 20;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

type Entry = { readonly method: number; readonly packed: number; readonly size: number; readonly at: number };

/**
 * The entries of a ZIP file by name, each unpacked when it is asked for, in memory and to no more than it says: nothing
 * reaches a disk, and no ZIP file inside is opened. Throws a DocumentRefusal for bombs, passwords and damage.
 */
export function openZip(bytes: Uint8Array): { readonly read: (name: string) => Buffer | null } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = orDamaged(() => readDirectory(file));
  return {
    read(name) {
      const entry = entries.get(name);
      return entry === undefined ? null : orDamaged(() => unpack(file, entry));
    },
  };
}

function readDirectory(file: Buffer): Map<string, Entry> {
  const end = locateEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES)
    throw new DocumentRefusal(`The file holds ${count} files; at most ${MOST_ENTRIES} are allowed.`);
  const entries = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (file.readUInt32LE(at) !== CENTRAL) throw new RangeError(`ZIP: no entry at ${at}.`);
    const flags = file.readUInt16LE(at + 8);
    if ((flags & 1) === 1) throw new DocumentRefusal("The file is encrypted: save it without its password.");
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString("utf8", at + 46, at + 46 + nameLength);
    const entry = {
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    };
    checkSize(entry);
    // Two of one name would be read differently by different programs.
    if (entries.has(name)) throw new DocumentRefusal("The file holds two files of one name.");
    entries.set(name, entry);
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function checkSize({ packed, size }: Entry): void {
  const isBomb = size > LARGEST_BYTES || (size > HARMLESS_BYTES && size > MOST_RATIO * packed);
  if (isBomb) throw new DocumentRefusal("The file unpacks to far more than it is; it may be made to do so.");
}

function locateEnd(file: Buffer): number {
  const first = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = file.length - END_LENGTH; at >= first; at--) if (file.readUInt32LE(at) === END) return at;
  throw new RangeError("ZIP: no end of the directory.");
}

function unpack(file: Buffer, { method, packed, size, at }: Entry): Buffer {
  if (file.readUInt32LE(at) !== LOCAL) throw new RangeError(`ZIP: no file at ${at}.`);
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const data = file.subarray(start, start + packed);
  const unpacked = method === 0 ? data : method === 8 ? inflate(data, size) : null;
  if (unpacked?.length !== size)
    throw new RangeError(`ZIP: not ${size} bytes at ${at}, by method ${method}.`);
  return unpacked;
}

function inflate(data: Buffer, size: number): Buffer {
  return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
}

function orDamaged<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DocumentRefusal) throw error;
    throw new DocumentRefusal("The file is damaged or cut short.");
  }
}
