import { isUtf8 } from "node:buffer";
import { Transform, type TransformCallback } from "node:stream";
import { FileRefusal } from "./file-refusal";

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

const LINE_FEED = 0x0a;
// What a guess of UTF-16 looks at: in it, every other byte of plain letters is 0.
const HEAD_LENGTH = 256;

/**
 * Passes text on as UTF-8 without a byte order mark: UTF-8 as it is, UTF-16 converted. Anything else is refused, naming
 * the byte and the line, as are NUL characters: the database cannot store them, and text files have none.
 */
export class ToUtf8 extends Transform {
  private encoding: Encoding | null = null;
  private decoder: TextDecoder | null = null;
  private held: Buffer = Buffer.alloc(0);
  private bytesBefore = 0;
  private linesBefore = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    if (this.encoding === null && this.held.length < HEAD_LENGTH) return done();
    this.passOn(false, done);
  }

  override _flush(done: TransformCallback): void {
    this.passOn(true, done);
  }

  private passOn(isLast: boolean, done: TransformCallback): void {
    try {
      if (this.encoding === null) this.begin();
      const text = this.decoder === null ? this.takeUtf8(isLast) : this.decode(this.decoder, isLast);
      done(null, text);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private begin(): void {
    const { encoding, markLength } = detectEncoding(this.held);
    this.encoding = encoding;
    if (encoding !== "utf-8") this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.held = this.held.subarray(markLength);
    this.bytesBefore = markLength;
  }

  private takeUtf8(isLast: boolean): Buffer {
    const end = isLast ? this.held.length : lengthOfWhole(this.held);
    const whole = this.held.subarray(0, end);
    const nul = whole.indexOf(0);
    if (nul !== -1) throw this.refuse(whole, nul, "a NUL character");
    if (!isUtf8(whole)) throw this.refuse(whole, locateFault(whole), "a byte that is not UTF-8");
    this.held = this.held.subarray(end);
    this.count(whole);
    return whole;
  }

  private decode(decoder: TextDecoder, isLast: boolean): Buffer {
    const chunk = this.held;
    this.held = Buffer.alloc(0);
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: !isLast });
    } catch {
      throw this.refuse(chunk, 0, "something that is not UTF-16");
    }
    const whole = Buffer.from(text, "utf8");
    const nul = whole.indexOf(0);
    if (nul !== -1) throw this.refuse(whole, nul, "a NUL character");
    this.count(whole);
    return whole;
  }

  private count(passed: Buffer): void {
    this.bytesBefore += passed.length;
    for (let at = passed.indexOf(LINE_FEED); at !== -1; at = passed.indexOf(LINE_FEED, at + 1))
      this.linesBefore++;
  }

  private refuse(chunk: Buffer, at: number, thing: string): FileRefusal {
    const byte = this.bytesBefore + at;
    this.count(chunk.subarray(0, at));
    const line = this.linesBefore + 1;
    return new FileRefusal(
      `The file has ${thing} at byte ${byte}, on line ${line}. Save it as UTF-8 and try again.`,
    );
  }
}

function detectEncoding(head: Buffer): { encoding: Encoding; markLength: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", markLength: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", markLength: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", markLength: 2 };
  let [even, odd] = [0, 0];
  for (let at = 0; at + 1 < Math.min(head.length, HEAD_LENGTH); at += 2) {
    if (head[at] === 0) even++;
    if (head[at + 1] === 0) odd++;
  }
  const many = Math.min(head.length, HEAD_LENGTH) / 4;
  if (odd > many && even < odd / 4) return { encoding: "utf-16le", markLength: 0 };
  if (even > many && odd < even / 4) return { encoding: "utf-16be", markLength: 0 };
  return { encoding: "utf-8", markLength: 0 };
}

// Without the first bytes of a character that the chunk cuts: at most three.
function lengthOfWhole(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte < 0x80) break;
    // Others begin no character.
    if (byte >= 0xc2 && byte <= 0xf4) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? chunk.length - back : chunk.length;
    }
  }
  return chunk.length;
}

// By halves: what is valid up to a byte, but for a character that is cut there, stays so.
function locateFault(chunk: Buffer): number {
  const wholeBefore = (end: number) => chunk.subarray(0, lengthOfWhole(chunk.subarray(0, end)));
  let [valid, invalid] = [0, chunk.length];
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8(wholeBefore(middle))) valid = middle;
    else invalid = middle;
  }
  return wholeBefore(valid).length;
}
