import { LIMITS } from "@/core/record/limits";
import { lengthInCodePoints, toWellFormed } from "@/core/text/code-points";
import { DocumentRefusal } from "./extraction";

/**
 * A text as it is stored and hashed: lone surrogates replaced, NUL taken out, lines ended by line feeds, no empty lines
 * around it. Nothing else is changed. Throws a DocumentRefusal if nothing is left, or more than a source may hold.
 */
export function tidyText(raw: string): { readonly text: string; readonly warnings: readonly string[] } {
  const wellFormed = toWellFormed(raw);
  const withoutNul = wellFormed.replaceAll("\0", "");
  const text = withoutNul
    .replace(/^\u{FEFF}/u, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:[^\S\n]*\n)+/, "")
    .trimEnd();
  if (text.trim() === "") throw new DocumentRefusal("The document holds no text.");
  const length = lengthInCodePoints(text);
  if (length > LIMITS.text) {
    throw new DocumentRefusal(
      `The text is ${length} characters long; a source holds at most ${LIMITS.text}.`,
    );
  }
  const warnings: string[] = [];
  if (withoutNul !== wellFormed) warnings.push("NUL characters, which no text has, were taken out.");
  if (wellFormed !== raw) warnings.push("Halves of characters were replaced by “\u{FFFD}”.");
  if (TURNED.test(text))
    warnings.push("The text holds invisible characters that turn the direction of writing.");
  return { text, warnings };
}

// Embeddings, overrides and isolates, by which a text can show other words than it holds.
const TURNED = /[\u202A-\u202E\u2066-\u2069]/;
