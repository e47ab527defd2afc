import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { pipeline, type Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { FileRefusal } from "./file-refusal";
import { ToUtf8 } from "./to-utf8";

export type OpenFile = {
  /** The text as UTF-8; breaks off where the file does, with an error for `toFileRefusal`. */
  readonly text: Readable;
  /** Bytes of the file itself, packed or not. */
  readonly size: number;
  /** How many of them have been read. */
  readonly bytesRead: () => number;
  /** SHA-256 of the file itself, lower-case hexadecimal, once it was read to its end. */
  readonly sha256: () => string;
};

const READ_AHEAD = 256 * 1024;
/** What a packed file may unpack to: far above ten million rows, far below what would fill a disk unseen. */
const LARGEST_UNPACKED = 64 * 2 ** 30;

/** Opens a text file, plain or packed by gzip. Throws a FileRefusal if it is empty, missing or something else. */
export async function openFile(path: string): Promise<OpenFile> {
  const { size, magic } = await readMagic(path);
  const hash = createHash("sha256");
  const meter = new Meter(hash);
  const source = createReadStream(path, { highWaterMark: READ_AHEAD });
  const unpack = isGzip(magic) ? [createGunzip({ chunkSize: READ_AHEAD }), new UnpackedGuard()] : [];
  const text = new ToUtf8({ highWaterMark: READ_AHEAD });
  // An error reaches the reader of the last stream; here it is only kept from being unheard.
  pipeline([source, meter, ...unpack, text], () => {});
  return { text, size, bytesRead: () => meter.bytes, sha256: () => hash.copy().digest("hex") };
}

async function readMagic(path: string): Promise<{ size: number; magic: Buffer }> {
  const { size } = await stat(path).catch(() => {
    throw new FileRefusal(`There is no file ${path}.`);
  });
  const file = await open(path).catch((error: Error) => {
    throw new FileRefusal(`The file ${path} cannot be read: ${error.message}.`);
  });
  try {
    const magic = Buffer.alloc(4);
    const { bytesRead } = await file.read(magic, 0, magic.length, 0).catch((error: Error) => {
      throw new FileRefusal(`The file ${path} cannot be read: ${error.message}.`);
    });
    if (bytesRead === 0) throw new FileRefusal("The file is empty.");
    refuseOtherKinds(magic);
    return { size, magic };
  } finally {
    await file.close();
  }
}

// Files that are often taken for text, by how they begin.
const OTHER_KINDS: readonly (readonly [kind: string, hex: string])[] = [
  ["a workbook or a zip archive; save the sheet as CSV", "504b0304"],
  ["an old Excel workbook; save the sheet as CSV", "d0cf11e0"],
  ["a PDF", "25504446"],
  ["packed by bzip2; gzip can be read", "425a68"],
  ["packed by xz; gzip can be read", "fd377a58"],
  ["packed by zstd; gzip can be read", "28b52ffd"],
];

function refuseOtherKinds(magic: Buffer): void {
  const hex = magic.toString("hex");
  const kind = OTHER_KINDS.find(([, start]) => hex.startsWith(start))?.[0];
  if (kind !== undefined) throw new FileRefusal(`The file is ${kind}.`);
}

function isGzip(magic: Buffer): boolean {
  return magic[0] === 0x1f && magic[1] === 0x8b;
}

class Meter extends Transform {
  bytes = 0;

  constructor(private readonly hash: Hash) {
    super({ highWaterMark: READ_AHEAD });
  }

  override _transform(
    chunk: Buffer,
    _: BufferEncoding,
    done: (error: Error | null, data: Buffer) => void,
  ): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    done(null, chunk);
  }
}

/** Looks at what comes out of a packed file as at the file itself, and ends a bomb. */
class UnpackedGuard extends Transform {
  private bytes = 0;

  override _transform(
    chunk: Buffer,
    _: BufferEncoding,
    done: (error: Error | null, data?: Buffer) => void,
  ): void {
    try {
      if (this.bytes === 0) refuseOtherKinds(chunk.subarray(0, 4));
      if (this.bytes === 0 && isGzip(chunk)) throw new FileRefusal("The file is packed twice.");
      this.bytes += chunk.length;
      if (this.bytes > LARGEST_UNPACKED) throw new FileRefusal("The file unpacks to more than 64 GiB.");
      done(null, chunk);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
