import { type CodePointOffset, codePointToUtf16, utf16ToCodePoint } from "./code-points";

/** The paragraph, or the paragraphs, in which `[start, end)` lies: out to the line breaks around it. Code points. */
export function toParagraph(
  text: string,
  start: CodePointOffset,
  end: CodePointOffset,
): { start: CodePointOffset; end: CodePointOffset } {
  const before = text.slice(0, codePointToUtf16(text, start));
  const after = text.indexOf("\n", codePointToUtf16(text, end));
  return {
    start: utf16ToCodePoint(text, before.lastIndexOf("\n") + 1),
    end: utf16ToCodePoint(text, after === -1 ? text.length : after),
  };
}
