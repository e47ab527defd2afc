import { type CodePointOffset, utf16ToCodePoint } from "./code-points";

/** Words of a passage that are the name of somebody known, with their offsets in it in code points, half-open. */
export type ActorWords<Actor> = {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  readonly words: string;
  readonly actor: Actor;
};

/**
 * The actors of a dossier whose names a passage holds, letter for letter, in order; each once. Of names that hold one
 * another the longest counts: "North Korea" is not "Korea".
 */
export function findActors<Actor extends { readonly name: string }>(
  passage: string,
  actors: readonly Actor[],
): ActorWords<Actor>[] {
  const longestFirst = actors
    .filter(({ name }) => name !== "")
    .toSorted((a, b) => b.name.length - a.name.length);
  const taken: { start: number; end: number }[] = [];
  const found: ActorWords<Actor>[] = [];
  for (const actor of longestFirst) {
    const places = locateWords(passage, actor.name).filter(
      ({ start, end }) => !taken.some((other) => start < other.end && other.start < end),
    );
    taken.push(...places);
    const [first] = places;
    if (!first) continue;
    const [start, end] = [utf16ToCodePoint(passage, first.start), utf16ToCodePoint(passage, first.end)];
    found.push({ start, end, words: actor.name, actor });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

// Not inside of a longer word: "Iran" is not in "Iranian".
function locateWords(passage: string, name: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let start = passage.indexOf(name); start !== -1; start = passage.indexOf(name, start + 1)) {
    const end = start + name.length;
    const isWhole =
      !/[\p{L}\p{N}]$/u.test(passage.slice(0, start)) && !/^[\p{L}\p{N}]/u.test(passage.slice(end));
    if (isWhole) found.push({ start, end });
  }
  return found;
}
