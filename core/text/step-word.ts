const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * Where one end of a selection comes to lie when it moves by a word of its line, backward or forward; UTF-16 indices.
 * A begin stands before a word, an end after one. At the end of the line it goes on in the next that has words.
 */
export function stepWord(text: string, index: number, edge: "start" | "end", direction: -1 | 1): number {
  const edges = toEdges(text, index, edge, direction);
  const next = direction === 1 ? edges.find((at) => at > index) : edges.findLast((at) => at < index);
  return next ?? index;
}

/** The begins or ends of the words around an index: of its line, and of the nearest line beyond it that has any. */
function toEdges(text: string, index: number, edge: "start" | "end", direction: -1 | 1): number[] {
  let start = text.lastIndexOf("\n", index - 1) + 1;
  let end = toLineEnd(text, index);
  for (;;) {
    const edges = toEdgesOf(text.slice(start, end), start, edge);
    const isEnough = edges.some((at) => (direction === 1 ? at > index : at < index));
    if (isEnough || (direction === 1 ? end === text.length : start === 0)) return edges;
    if (direction === 1) end = toLineEnd(text, end + 1);
    else start = start < 2 ? 0 : text.lastIndexOf("\n", start - 2) + 1;
  }
}

function toEdgesOf(stretch: string, offset: number, edge: "start" | "end"): number[] {
  return [...words.segment(stretch)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => offset + index + (edge === "start" ? 0 : segment.length));
}

function toLineEnd(text: string, index: number): number {
  const end = text.indexOf("\n", index);
  return end === -1 ? text.length : end;
}
