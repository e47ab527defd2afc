import { Prisma } from "@/generated/prisma/client";

// Operators of a web search: with one of these the words are not simply typed, and no prefix is tried.
const OPERATORS = /["“”]|(^|\s)-|\bor\b/i;

/**
 * A tsquery for what a person typed: stemmed as English, as it stands, and with the last word taken for the
 * beginning of one, since people search while they type.
 */
export function toTextQuery(typed: string): Prisma.Sql {
  const text = foldAccents(typed);
  return Prisma.sql`(
    websearch_to_tsquery('english', ${text})
    || websearch_to_tsquery('simple', ${text})
    || to_tsquery('simple', ${toPrefixQuery(text)})
  )`;
}

// The same folding as in the generated columns of the schema.
function foldAccents(text: string): string {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
}

// Made of letters and digits only, so that it cannot break the syntax of to_tsquery; empty finds nothing.
function toPrefixQuery(text: string): string {
  if (OPERATORS.test(text)) return "";
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word, position) => (position === words.length - 1 ? `${word}:*` : word)).join(" & ");
}
