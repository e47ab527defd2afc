import { codePointToUtf16, lengthInCodePoints, toCodePointOffset } from "../text/code-points";
import { GAP } from "../text/excerpts";
import { verifyQuote } from "../text/quote";
import { layOutSentences } from "../text/sentences";
import type { Id, Passage, Source } from "./record";

type Hash = (text: string) => string;

/** A source that publishes excerpts only, as those see it who may not change it. */
export type Published = { readonly source: Source; readonly passages: ReadonlyMap<Id, Passage> };

/**
 * What a source publishes that shows excerpts only: the sentences around those of its passages that are cited, with a
 * mark for each gap, and these passages counted in that text. `sha256` hashes as Source.sha256 has it: the hash of the
 * whole text would let a reader try what stands in a gap.
 */
export function toPublished(source: Source, cited: readonly Passage[], sha256: Hash): Published {
  const inText = cited.filter(({ sourceSha256 }) => sourceSha256 === source.sha256);
  const stretches = toStretches(source, inText);
  const { text, begins } = join(source, stretches);
  const open: Source = { ...source, coverage: "excerpts", text, sha256: sha256(text) };
  const passages = cited.map((passage): Passage => {
    const start = codePointToUtf16(source.text, passage.start);
    const at = inText.includes(passage)
      ? stretches.findIndex((one) => one.start <= start && start < one.end)
      : -1;
    const [stretch, begin] = [stretches[at], begins[at]];
    if (!stretch || begin === undefined) return toAlone(passage, sha256);
    const around = source.text.slice(stretch.start, stretch.end);
    const offset = lengthInCodePoints(around.slice(0, start - stretch.start));
    const quote = verifyQuote(
      { slug: source.slug, text: around },
      offset,
      offset + (passage.end - passage.start),
      passage.exact,
    );
    return {
      ...passage,
      sourceSha256: open.sha256,
      start: toCodePointOffset(begin + quote.start),
      end: toCodePointOffset(begin + quote.end),
      prefix: quote.prefix,
      suffix: quote.suffix,
    };
  });
  return { source: open, passages: new Map(passages.map((passage) => [passage.id, passage])) };
}

/** A passage with nothing around it, as if its words were all of the text that it quotes. */
export function toAlone(passage: Passage, sha256: Hash): Passage {
  const { exact, start, end } = passage;
  return {
    ...passage,
    sourceSha256: sha256(exact),
    start: toCodePointOffset(0),
    end: toCodePointOffset(end - start),
    prefix: "",
    suffix: "",
  };
}

/** UTF-16 indices. */
type Stretch = { readonly start: number; end: number };

/** The sentences around passages, those that touch as one. */
function toStretches(source: Source, passages: readonly Passage[]): Stretch[] {
  const sentences = layOutSentences(source);
  const own = passages.map((passage) => {
    const start = codePointToUtf16(source.text, passage.start);
    const end = start + passage.exact.length;
    const around = sentences.filter((sentence) => sentence.start < end && sentence.end > start);
    return {
      start: Math.min(start, ...around.map((sentence) => sentence.start)),
      end: Math.max(end, ...around.map((sentence) => sentence.end)),
    };
  });
  const stretches: Stretch[] = [];
  for (const { start, end } of own.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = stretches.at(-1);
    if (last && source.text.slice(last.end, start).trim() === "") last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches;
}

function join(
  { text }: Source,
  stretches: readonly Stretch[],
): { readonly text: string; readonly begins: readonly number[] } {
  const first = stretches[0];
  // A text that shows nothing is still a text.
  if (!first) return { text: GAP, begins: [] };
  let joined = text.slice(0, first.start).trim() === "" ? "" : `${GAP}\n\n`;
  const begins = stretches.map(({ start, end }, at) => {
    if (at > 0) joined += `\n\n${GAP}\n\n`;
    const begin = lengthInCodePoints(joined);
    joined += text.slice(start, end);
    return begin;
  });
  const rest = text.slice(stretches.at(-1)?.end);
  return { text: rest.trim() === "" ? joined : `${joined}\n\n${GAP}`, begins };
}
