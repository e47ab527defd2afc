import { areCompatible } from "../time/compatible";
import { toWhen } from "../time/edtf";
import type { When } from "../time/when";
import type { Zone } from "../time/zone";
import { FieldError, inField } from "./field-error";
import { checkText, LIMITS } from "./limits";
import type { Actor, Citation, DossierEvent, Id, Passage, Place } from "./record";
import { ASSERTIONS, type Assertion, CATEGORIES, type Category } from "./vocabulary";

/** An event as it is asked for: what it refers to is known, its dates are still EDTF. */
export type WantedEvent = {
  readonly title: string;
  readonly category: Category;
  /** Read at the place; `null` is undated. */
  readonly when: string | null;
  /** Which of the citations `when` rests on, from 0. */
  readonly basis: number | null;
  readonly place: Place | null;
  readonly placeRule: string | null;
  readonly isLeg: boolean;
  readonly origin: Place | null;
  readonly participations: readonly { readonly actor: Actor; readonly role: string }[];
  readonly citations: readonly WantedCitation[];
};

export type WantedCitation = {
  readonly id: Id;
  readonly passage: Passage;
  readonly assertion: Assertion;
  readonly timeWords: string | null;
  /** EDTF, read at the event's place. */
  readonly when: string | null;
  readonly timeRule: string | null;
  readonly placeWords: string | null;
  readonly speaker: string | null;
};

/**
 * The event that was asked for, with at least one citation and a date that rests on one of them. `zone` is the
 * dossier's, for what has no place. Throws a FieldError that calls the event by `name`.
 */
export function toCheckedEvent(
  name: string,
  wanted: WantedEvent,
  own: Pick<DossierEvent, "id" | "slug" | "version">,
  zone: Zone,
): DossierEvent {
  const { category, place, origin } = wanted;
  if (!CATEGORIES.includes(category))
    throw new FieldError("category", `${name}: “${category}” is no category.`);
  if (wanted.citations.length === 0) throw new FieldError("citations", `${name}: no passage reports it.`);
  if (origin !== null && !wanted.isLeg) throw new FieldError("origin", `${name}: only a leg has an origin.`);

  const local = place?.zone ?? zone;
  const when =
    wanted.when === null ? null : inField("when", () => toNamedWhen(name, wanted.when ?? "", local));
  const citations = wanted.citations.map((citation, at) =>
    inField(`citations.${at}`, () => toCitation(name, citation, local)),
  );
  refuseTwice(name, wanted.citations);
  return {
    ...own,
    title: inField("title", () => checkText(`${name}: the title`, wanted.title, LIMITS.title)),
    category,
    when,
    basisId: inField("basis", () => toBasis(name, wanted, when, citations)),
    placeId: place?.id ?? null,
    placeRule: toNote("placeRule", `${name}: the rule for the place`, wanted.placeRule),
    isLeg: wanted.isLeg,
    originId: origin?.id ?? null,
    participations: wanted.participations.map(({ actor, role }, at) => ({
      actorId: actor.id,
      role:
        role === ""
          ? ""
          : inField(`participations.${at}.role`, () =>
              checkText(`${name}: the role of ${actor.slug}`, role, LIMITS.name),
            ),
    })),
    citations,
  };
}

function toCitation(event: string, wanted: WantedCitation, zone: Zone): Citation {
  const { id, passage, assertion } = wanted;
  const name = `${event}, citing ${passage.slug}`;
  if (!ASSERTIONS.includes(assertion))
    throw new FieldError("assertion", `${name}: “${assertion}” is no assertion.`);
  return {
    id,
    passageId: passage.id,
    assertion,
    timeWords: toWordsOf("timeWords", `${name}: the time`, wanted.timeWords, passage),
    when: wanted.when === null ? null : inField("when", () => toNamedWhen(name, wanted.when ?? "", zone)),
    timeRule: toNote("timeRule", `${name}: the rule for the time`, wanted.timeRule),
    placeWords: toWordsOf("placeWords", `${name}: the place`, wanted.placeWords, passage),
    speaker: toNote("speaker", `${name}: the speaker`, wanted.speaker),
  };
}

// A reading that no citation allows would be the editor's invention.
function toBasis(
  name: string,
  { basis, citations: wanted }: WantedEvent,
  when: When | null,
  citations: readonly Citation[],
): Id | null {
  const slug = basis === null ? null : wanted[basis]?.passage.slug;
  if (when === null) {
    if (slug !== null) throw new Error(`${name}: it is undated, yet rests on ${slug}.`);
    return null;
  }
  if (basis === null) throw new Error(`${name}: the citation that ${when.edtf} rests on is not named.`);
  const resting = citations[basis];
  if (!resting) throw new Error(`${name}: ${when.edtf} rests on citation ${basis}, which is not there.`);
  if (resting.when === null || !areCompatible(when, resting.when)) {
    throw new Error(`${name}: ${when.edtf} rests on ${slug}, which says ${resting.when?.edtf ?? "no date"}.`);
  }
  return resting.id;
}

function refuseTwice(name: string, citations: readonly WantedCitation[]): void {
  const at = citations.findIndex(
    ({ passage }, position) => citations.findIndex((other) => other.passage.slug === passage.slug) < position,
  );
  const twice = citations[at];
  if (twice)
    throw new FieldError(`citations.${at}`, `${name}: the passage ${twice.passage.slug} is cited twice.`);
}

function toNamedWhen(name: string, edtf: string, zone: Zone): When {
  try {
    return toWhen(edtf, zone);
  } catch (error) {
    throw new RangeError(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

function toNote(field: string, thing: string, text: string | null): string | null {
  return text === null ? null : inField(field, () => checkText(thing, text, LIMITS.note));
}

function toWordsOf(field: string, thing: string, words: string | null, passage: Passage): string | null {
  if (words === null) return null;
  return inField(field, () => {
    checkText(`${thing} words`, words, LIMITS.note);
    if (!passage.exact.includes(words)) throw new Error(`${thing}: the passage does not say “${words}”.`);
    return words;
  });
}
