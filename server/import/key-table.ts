import { createHash } from "node:crypto";

const FIRST_SIZE = 1 << 12;
// Fuller than this, a table of open addresses begins to search long.
const FULLEST = 0.6;
const WORDS = 3;

/**
 * Which keys a file has had, and on which line each was first: 16 bytes a slot, where a Set of a million texts would
 * take a fifth of the memory that an import may use. Keys are told apart by 96 bits of their SHA-256.
 */
export class KeyTable {
  private size = FIRST_SIZE;
  private count = 0;
  private hashes = new Uint32Array(FIRST_SIZE * WORDS);
  private lines = new Uint32Array(FIRST_SIZE);

  /** Notes the key; gives the line on which it stood before, or `null`. Lines count from 1. */
  add(key: string, line: number): number | null {
    const hash = createHash("sha256").update(key).digest();
    const found = this.put(hash.readUInt32LE(0), hash.readUInt32LE(4), hash.readUInt32LE(8), line);
    if (found === null && ++this.count > this.size * FULLEST) this.grow();
    return found;
  }

  private put(a: number, b: number, c: number, line: number): number | null {
    for (let slot = a & (this.size - 1); ; slot = (slot + 1) & (this.size - 1)) {
      const at = slot * WORDS;
      const known = this.lines[slot] ?? 0;
      if (known === 0) {
        this.hashes.set([a, b, c], at);
        this.lines[slot] = line;
        return null;
      }
      if (this.hashes[at] === a && this.hashes[at + 1] === b && this.hashes[at + 2] === c) return known;
    }
  }

  private grow(): void {
    const { hashes, lines } = this;
    this.size *= 2;
    this.hashes = new Uint32Array(this.size * WORDS);
    this.lines = new Uint32Array(this.size);
    for (const [slot, line] of lines.entries()) {
      const at = slot * WORDS;
      if (line > 0) this.put(hashes[at] ?? 0, hashes[at + 1] ?? 0, hashes[at + 2] ?? 0, line);
    }
  }
}
