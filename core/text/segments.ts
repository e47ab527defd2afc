import { type CodePointOffset, codePointToUtf16 } from "./code-points";

type Span = { readonly start: CodePointOffset; readonly end: CodePointOffset };

/** A run of text that the same passages cover from end to end. */
export type Segment<P extends Span> = {
  readonly text: string;
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  /** Widest first, so that nested marks can be drawn in this order; empty between passages. */
  readonly passages: readonly P[];
};

/**
 * Cuts a text wherever a passage begins or ends; joined again, the segments are the text. Passages may touch, nest
 * and overlap; what lies beyond the text is left out.
 */
export function layOutSegments<P extends Span>(text: string, passages: readonly P[]): Segment<P>[] {
  const widestFirst = passages
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const cuts = [...new Set(widestFirst.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b);

  const segments: Segment<P>[] = [];
  let start = 0 as CodePointOffset;
  let rest = text;
  for (const cut of cuts) {
    const run = rest.slice(0, codePointToUtf16(rest, (cut - start) as CodePointOffset));
    if (run !== "") segments.push({ text: run, start, end: cut, passages: coveringAt(start, widestFirst) });
    rest = rest.slice(run.length);
    if (rest === "") break;
    start = cut;
  }
  if (rest !== "") {
    const end = (start + [...rest].length) as CodePointOffset;
    segments.push({ text: rest, start, end, passages: coveringAt(start, widestFirst) });
  }
  return segments;
}

function coveringAt<P extends Span>(offset: CodePointOffset, passages: readonly P[]): P[] {
  return passages.filter(({ start, end }) => start <= offset && offset < end);
}
