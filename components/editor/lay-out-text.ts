import type { Passage, Source } from "@/core/record/record";
import { type CodePointOffset, lengthInCodePoints } from "@/core/text/code-points";
import { layOutSegments, type Segment } from "@/core/text/segments";
import type { SelectedQuote } from "@/core/text/selected-quote";
import { layOutSentences, type Sentence } from "@/core/text/sentences";

/** Text that the same passages cover from end to end, within one sentence or between two. */
export type TextRun = {
  /** UTF-16 index of its begin in the source's text. */
  readonly index: number;
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly isChosen: boolean;
};

/** A sentence, or what stands between two (`null`), run by run. */
export type TextPart = { readonly sentence: Sentence | null; readonly runs: readonly TextRun[] };

/** The source's text sentence by sentence, cut wherever a passage or the chosen words begin or end. */
export function layOutText(
  source: Source,
  passages: readonly Passage[],
  chosen: SelectedQuote | null,
): TextPart[] {
  const mark: Passage[] =
    chosen === null ? [] : [{ ...chosen, ...MARK, sourceId: source.id, sourceSha256: source.sha256 }];
  const reader = new RunReader(layOutSegments(source.text, [...passages, ...mark]));
  const parts: TextPart[] = [];
  let at = 0;
  for (const sentence of layOutSentences(source)) {
    if (sentence.start > at) parts.push({ sentence: null, runs: reader.take(sentence.start - at) });
    parts.push({ sentence, runs: reader.take(sentence.end - sentence.start) });
    at = sentence.end;
  }
  if (at < source.text.length) parts.push({ sentence: null, runs: reader.take(source.text.length - at) });
  return parts;
}

const CHOSEN = "chosen";
const MARK = { id: CHOSEN, slug: CHOSEN, prefix: "", suffix: "", isKept: false };

/** Hands segments out by length, cutting them where a length ends: one way through the text, however long it is. */
class RunReader {
  private position = 0;
  private index = 0;
  private rest: Segment<Passage> | null = null;
  private readonly segments: readonly Segment<Passage>[];

  constructor(segments: readonly Segment<Passage>[]) {
    this.segments = segments;
  }

  /** The runs of the next so many UTF-16 units. */
  take(length: number): TextRun[] {
    const runs: TextRun[] = [];
    const end = this.index + length;
    while (this.index < end) {
      const segment = this.rest ?? this.segments[this.position++];
      if (!segment) break;
      const text = segment.text.slice(0, end - this.index);
      runs.push({
        index: this.index,
        text,
        passages: segment.passages.filter(({ id }) => id !== CHOSEN),
        isChosen: segment.passages.some(({ id }) => id === CHOSEN),
      });
      this.index += text.length;
      this.rest = text.length < segment.text.length ? cutFront(segment, text) : null;
    }
    return runs;
  }
}

function cutFront(segment: Segment<Passage>, front: string): Segment<Passage> {
  const start = (segment.start + lengthInCodePoints(front)) as CodePointOffset;
  return { ...segment, text: segment.text.slice(front.length), start };
}
