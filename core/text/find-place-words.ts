import type { FoundPlace } from "../geo/search-gazetteer";
import { type CodePointOffset, utf16ToCodePoint } from "./code-points";
import { locateDateline } from "./dateline";

/** Words of a passage that may name a place, with their offsets in it in code points, half-open. */
export type PlaceWords = {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  readonly words: string;
  readonly place: FoundPlace;
  /** Why it is proposed: it stands at the head of the report, or is named in the passage. */
  readonly rule: "dateline" | "named in the passage";
};

/**
 * The places that a passage may name, the dateline's first, then in order; each place once. A suggestion for a person
 * to confirm, and no more: a surname may be a town. `lookUp` gives the likeliest place of a name, or `null`.
 */
export function findPlaceWords(passage: string, lookUp: (name: string) => FoundPlace | null): PlaceWords[] {
  const dateline = locateDateline(passage)?.place;
  const found: PlaceWords[] = [];
  const taken = new Set<string>();
  const take = (start: number, words: string, place: FoundPlace, rule: PlaceWords["rule"]) => {
    const key = `${place.kind} ${place.lon} ${place.lat}`;
    if (taken.has(key)) return;
    taken.add(key);
    const end = utf16ToCodePoint(passage, start + words.length);
    found.push({ start: utf16ToCodePoint(passage, start), end, words, place, rule });
  };
  const datelinePlace = dateline && lookUp(dateline);
  if (dateline && datelinePlace) take(passage.indexOf(dateline), dateline, datelinePlace, "dateline");
  for (const { 0: run, index } of passage.matchAll(CAPITALS)) {
    for (const { start, words, place } of namedIn(run, index, lookUp)) {
      take(start, words, place, "named in the passage");
    }
  }
  return found;
}

// Words with capitals in a row, with what stands between the parts of a name: "Frankfurt am Main", "Rio de Janeiro".
const WORD = "\\p{Lu}[\\p{L}\\p{M}’'.-]*";
const CAPITALS = new RegExp(
  `${WORD}(?:\\s(?:(?:am|an|de|del|der|di|do|la|le|of|sur|the|upon)\\s){0,2}${WORD})*`,
  "gu",
);
const LONGEST_RUN = 5;
const METROPOLIS = 1_000_000;

type Named = { readonly start: number; readonly words: string; readonly place: FoundPlace };

// The longest name at each word: "South Korea" rather than "Korea", and then what follows it.
function* namedIn(run: string, index: number, lookUp: (name: string) => FoundPlace | null): Generator<Named> {
  const words = [...run.matchAll(/\S+/g)];
  let isPerson = false;
  for (let at = 0; at < words.length; ) {
    const word = words[at]?.[0] ?? "";
    // After a title come a person's names: "Minister Park". What follows "of" is a place again.
    isPerson = TITLE.test(word) || (isPerson && /^\p{Lu}/u.test(word));
    const named = isPerson ? null : longestAt(words, run, at, lookUp);
    const hasNeighbour = isCapital(words[at - 1]) || isCapital(words[at + (named?.count ?? 1)]);
    if (named && (!hasNeighbour || isUnmistakable(named)))
      yield { start: index + (words[at]?.index ?? 0), words: named.words, place: named.place };
    at += named?.count ?? 1;
  }
}

// "Philip Hammond" and the "Oslo Accords" name no town; "South Korea" and "London" are meant whatever stands beside them.
function isUnmistakable({ words, place }: { words: string; place: FoundPlace }): boolean {
  if (place.kind === "city") return place.population >= METROPOLIS;
  return place.kind === "country" || words === place.name;
}

function isCapital(word: RegExpExecArray | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word[0]) && !TITLE.test(word[0]) && !OPENING.test(word[0]);
}

function longestAt(
  words: readonly RegExpExecArray[],
  run: string,
  at: number,
  lookUp: (name: string) => FoundPlace | null,
): { words: string; place: FoundPlace; count: number } | null {
  const start = words[at]?.index ?? 0;
  for (let count = Math.min(LONGEST_RUN, words.length - at); count > 0; count--) {
    const last = words[at + count - 1];
    if (!last) continue;
    const name = run.slice(start, last.index + last[0].length).replace(/(?:['’]s?|-|(?<!\.\p{Lu})\.)+$/u, "");
    const place = /^\p{Lu}/u.test(name) && /\p{Lu}[^\s]*$/u.test(name) ? lookUp(name) : null;
    if (place !== null) return { words: name, place, count };
  }
  return null;
}

const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|President|Minister|Secretary|General|Chancellor|King|Queen|Sir|Lord|Senator|Judge|Prince|Princess|Pope)\.?$/;

// What a sentence may begin with before a place is no part of a name: "In Lisbon, the minister".
const OPENING =
  /^(?:In|At|From|To|Near|Outside|Inside|Around|Across|Over|Above|Before|Beyond|Between|Back|Since|Until|For|And|But|While|When|After|As|Both)$/;
