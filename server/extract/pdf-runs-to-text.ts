/** A run of characters on a page: what PDF.js calls a text item. `transform` ends with its place, in points. */
export type PdfRun = {
  readonly str: string;
  readonly height: number;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
};

/**
 * Runs in the order of the page as text. Lines are as the page has them; a gap higher than a line and a half, or a
 * change of the size of letters, parts paragraphs.
 */
export function pdfRunsToText(runs: readonly PdfRun[]): string {
  const lines: Line[] = [];
  let line: Line = { text: "", top: 0, height: 0 };
  for (const { str, height, hasEOL, transform } of runs) {
    if (str.trim() !== "" && line.height === 0) line = { ...line, top: transform[5] ?? 0, height };
    line = { ...line, text: line.text + str };
    if (!hasEOL) continue;
    lines.push(line);
    line = { text: "", top: 0, height: 0 };
  }
  lines.push(line);
  return joinLines(lines.filter(({ text }) => text.trim() !== ""));
}

type Line = { readonly text: string; readonly top: number; readonly height: number };

// Lines are set at 1.0 to 1.4 times the height of their letters.
const PARAGRAPH_GAP = 1.7;
const SAME_SIZE = 0.15;

function joinLines(lines: readonly Line[]): string {
  return lines
    .map(({ text, top, height }, at) => {
      const before = lines[at - 1];
      if (before === undefined) return text.trimEnd();
      const taller = Math.max(before.height, height, 1);
      const isApart =
        Math.abs(before.top - top) > PARAGRAPH_GAP * taller ||
        Math.abs(before.height - height) > SAME_SIZE * taller;
      return `${isApart ? "\n\n" : "\n"}${text.trimEnd()}`;
    })
    .join("");
}
