/**
 * A name as it is compared: without case, accents, hyphens and marks of punctuation, so that "Séoul" and "SEOUL",
 * "Al-Hudaydah" and "al hudaydah" are one.
 */
export function foldName(name: string): string {
  return (
    name
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .replace(/[øœæłđðßıþħ]/g, (letter) => LETTERS[letter] ?? letter)
      .replace(/[.'’‘ʻʼʿʾ`´"“”]/g, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      // Taken apart for its marks, a Korean syllable is put together again.
      .normalize("NFC")
  );
}

// Letters that no decomposition takes apart.
const LETTERS: Record<string, string> = {
  ø: "o",
  œ: "oe",
  æ: "ae",
  ł: "l",
  đ: "d",
  ð: "d",
  ß: "ss",
  ı: "i",
  þ: "th",
  ħ: "h",
};
