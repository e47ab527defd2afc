import { createHash } from "node:crypto";

// 36^12 is 2^62: among ten million slugs, two alike are less likely than one in a hundred thousand.
const DIGEST_LENGTH = 12;
const WORDS_LENGTH = 48;

/**
 * A slug that reads like the title and differs wherever `identity` does: the same again for the same identity and
 * title, whatever else the dossier holds.
 */
export function toStableSlug(title: string, identity: readonly string[]): string {
  const digest = toShortDigest(identity.join("\0"));
  const words = toWords(title);
  return words === "" ? digest : `${words}-${digest}`;
}

/** Twelve digits and lower-case letters that stand for a text. */
export function toShortDigest(text: string): string {
  const number = createHash("sha256").update(text).digest().readBigUInt64LE();
  return number.toString(36).padStart(DIGEST_LENGTH, "0").slice(-DIGEST_LENGTH);
}

/** The beginning of a title as words of a slug; empty where it has no letter or digit of ASCII. */
export function toWords(title: string): string {
  const plain = ASCII.test(title) ? title : title.normalize("NFKD").replace(/\p{M}+/gu, "");
  const words = plain
    .slice(0, 2 * WORDS_LENGTH)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const start = words.startsWith("-") ? 1 : 0;
  let end = Math.min(words.length, start + WORDS_LENGTH);
  // Cut where a word ends, unless that would leave little.
  if (end < words.length) {
    const gap = words.lastIndexOf("-", end);
    if (gap > start + WORDS_LENGTH / 2) end = gap;
  }
  return words.slice(start, end).replace(/-$/, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is that of ASCII.
const ASCII = /^[\x00-\x7f]*$/;
