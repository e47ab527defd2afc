import { isUtf8 } from "node:buffer";
import type { Hint } from "./extraction";

/** What the bytes were read as, and a warning if that is a guess. */
export type Decoded = { readonly text: string; readonly warning: string | null };

/**
 * Bytes as text: by their byte order mark, else by the charset that `hint` or `declared` names, else as UTF-16 or UTF-8
 * if they can be nothing else. What is left is read as windows-1252, in which any bytes are text, with a warning.
 */
export function decodeText(bytes: Uint8Array, hint: Hint, declared: string | null = null): Decoded {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return strictly(bytes, marked[1]) ?? loosely(bytes, marked[1]);
  const named = toDecoderLabel(hint.charset) ?? toDecoderLabel(declared);
  // Written in ASCII alone, so that it passes for UTF-8.
  if (named === "iso-2022-jp") return strictly(bytes, named) ?? loosely(bytes, named);
  // Bytes that are UTF-8 by accident are so rare that a label which says otherwise is the likelier mistake.
  if (isUtf8(bytes)) {
    const guessed = guessUtf16(bytes);
    return { text: decode(bytes, guessed ?? "utf-8"), warning: guessed && toGuess(guessed) };
  }
  if (named !== null && named !== "utf-8") return strictly(bytes, named) ?? loosely(bytes, named);
  const guessed = guessUtf16(bytes);
  if (guessed) return { text: decode(bytes, guessed), warning: toGuess(guessed) };
  return { text: decode(bytes, "windows-1252"), warning: toGuess("windows-1252") };
}

const MARKS: readonly (readonly [mark: readonly number[], label: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];
// What a guess of UTF-16 looks at: in it, every other byte of plain letters is 0.
const HEAD_LENGTH = 256;

function toDecoderLabel(label: string | null | undefined): string | null {
  if (!label) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function strictly(bytes: Uint8Array, label: string): Decoded | null {
  try {
    return { text: decode(bytes, label, { fatal: true }), warning: null };
  } catch {
    return null;
  }
}

function loosely(bytes: Uint8Array, label: string): Decoded {
  const warning = `The document is said to be ${label}, and is not throughout: what could not be read shows as “\u{FFFD}”.`;
  return { text: decode(bytes, label), warning };
}

// In two steps: in one, Node 20 takes windows-1252 for Latin-1, which turns quotation marks into control characters.
function decode(bytes: Uint8Array, label: string, options: TextDecoderOptions = {}): string {
  const decoder = new TextDecoder(label, options);
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

function toGuess(label: string): string {
  return `The document does not say how its characters are written; it was read as ${label}. Check letters with accents and quotation marks.`;
}

function guessUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const head = Math.min(bytes.length, HEAD_LENGTH);
  let [even, odd] = [0, 0];
  for (let at = 0; at + 1 < head; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const many = head / 4;
  if (odd > many && even < odd / 4) return "utf-16le";
  if (even > many && odd < even / 4) return "utf-16be";
  return null;
}
