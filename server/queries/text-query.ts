import { Prisma } from "@/generated/prisma/client";

// The same folding as in the generated columns of the schema.
const UNSEEN = /[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const PUNCTUATION = /[\u00a1-\u00bf\u2010-\u2027\u2030-\u205e\u3001-\u303f]/g;

// Operators of a web search: with one of these the words are not simply typed, and no prefix is tried.
const OPERATORS = /"|(^|\s)-|\bor\b/i;

/**
 * A tsquery for what a person typed: stemmed as English, as it stands, and with the last word taken for the
 * beginning of one, since people search while they type.
 */
export function toTextQuery(typed: string): Prisma.Sql {
  const text = fold(typed);
  return Prisma.sql`(
    websearch_to_tsquery('english', ${text})
    || websearch_to_tsquery('simple', ${text})
    || to_tsquery('simple', ${toPrefixQuery(text)})
  )`;
}

// Phones type curly quotes, and mean the straight ones that make a phrase.
function fold(typed: string): string {
  return typed
    .replace(/[“”„«»]/g, '"')
    .normalize("NFKD")
    .replace(UNSEEN, "")
    .replace(PUNCTUATION, " ");
}

// Made of letters and digits only, so that it cannot break the syntax of to_tsquery; empty finds nothing.
function toPrefixQuery(text: string): string {
  if (OPERATORS.test(text)) return "";
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word, position) => (position === words.length - 1 ? `${word}:*` : word)).join(" & ");
}
