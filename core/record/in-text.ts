import type { Passage, Source } from "./record";

/** Whether a passage is in its source's present text; otherwise it quotes an earlier one, and is broken. */
export function isInText(passage: Pick<Passage, "sourceSha256">, source: Pick<Source, "sha256">): boolean {
  return passage.sourceSha256 === source.sha256;
}

/** The passages that stand in the text of a source as it is held. */
export function toPassagesInText(passages: readonly Passage[], source: Source): Passage[] {
  return passages.filter((passage) => passage.sourceId === source.id && isInText(passage, source));
}
