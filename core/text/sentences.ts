import type { Coverage } from "../record/vocabulary";
import { GAP } from "./excerpts";

/** A sentence of a text, without the blanks around it; UTF-16 indices. */
export type Sentence = { readonly start: number; readonly end: number };

/** The sentences of a text in its order, none across a line's end; the gaps between excerpts are none. */
export function layOutSentences({
  text,
  coverage,
}: {
  readonly text: string;
  readonly coverage: Coverage;
}): Sentence[] {
  const sentences: Sentence[] = [];
  let lineStart = 0;
  for (const line of text.split("\n")) {
    if (coverage !== "excerpts" || line.trim() !== GAP) sentences.push(...ofLine(line, lineStart));
    lineStart += line.length + 1;
  }
  return sentences;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

function ofLine(line: string, lineStart: number): Sentence[] {
  const parts: { index: number; segment: string }[] = [];
  for (const { index, segment } of segmenter.segment(line)) {
    const before = parts.at(-1);
    if (before && ABBREVIATION.test(before.segment)) before.segment += segment;
    else parts.push({ index, segment });
  }
  return parts.flatMap(({ index, segment }) => {
    const exact = segment.trim();
    if (exact === "") return [];
    const start = lineStart + index + segment.indexOf(exact);
    return [{ start, end: start + exact.length }];
  });
}

// The rules of Unicode know no abbreviations and end a sentence at "Mr. ", "U.S. " or "Gen. "; those that stand before
// names in reports in English. A sentence that does end in "U.S." then runs on, which costs less than a torn one.
const ABBREVIATION =
  /(?:^|[\s("“‘[])(?:\p{Lu}|(?:\p{Lu}\.)+\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Sen|Rep|Gov|Amb|Rev|St|Mt|No|vs)\.\s+$/u;
