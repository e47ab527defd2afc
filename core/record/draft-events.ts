import { areCompatible } from "../time/compatible";
import { toWhen } from "../time/edtf";
import type { When } from "../time/when";
import type { Zone } from "../time/zone";
import type { DraftCitation, DraftEvent } from "./draft";
import { checkText, LIMITS } from "./limits";
import type { Actor, Citation, DossierEvent, Id, Passage, Place } from "./record";
import { toReferred, toSlugged } from "./slugged";
import { ASSERTIONS, CATEGORIES } from "./vocabulary";

/** What the events of a draft refer to. */
export type Setting = {
  readonly zone: Zone;
  readonly passages: readonly Passage[];
  readonly places: readonly Place[];
  readonly actors: readonly Actor[];
  readonly newId: () => Id;
};

/**
 * The events of a draft, each with at least one citation and a date that rests on one of them.
 * Throws naming the event that is wrong.
 */
export function toEvents(drafts: readonly DraftEvent[], setting: Setting): DossierEvent[] {
  const passages = bySlug(setting.passages);
  const places = bySlug(setting.places);
  const actors = bySlug(setting.actors);

  return toSlugged("Event", drafts, (draft, name): DossierEvent => {
    if (!CATEGORIES.includes(draft.category)) throw new Error(`${name}: “${draft.category}” is no category.`);
    if (draft.citations.length === 0) throw new Error(`${name}: no passage reports it.`);
    if (draft.origin !== undefined && !draft.isLeg) throw new Error(`${name}: only a leg has an origin.`);

    const place = draft.place === undefined ? null : toReferred(name, "place", draft.place, places);
    const origin = draft.origin === undefined ? null : toReferred(name, "place", draft.origin, places);
    const zone = place?.zone ?? setting.zone;
    const when = draft.when === undefined ? null : toNamedWhen(name, draft.when, zone);
    const id = setting.newId();
    const citations = draft.citations.map((citation) =>
      toCitation(
        name,
        citation,
        toReferred(name, "passage", citation.passage, passages),
        zone,
        setting.newId(),
      ),
    );
    refuseTwice(name, draft.citations);
    return {
      id,
      slug: draft.slug,
      title: checkText(`${name}: the title`, draft.title, LIMITS.title),
      category: draft.category,
      when,
      basisId: toBasis(name, draft, when, passages, citations),
      placeId: place?.id ?? null,
      placeRule: toNote(`${name}: the rule for the place`, draft.placeRule),
      isLeg: draft.isLeg ?? false,
      originId: origin?.id ?? null,
      participations: (draft.participations ?? []).map(({ actor, role }) => ({
        actorId: toReferred(name, "actor", actor, actors).id,
        role: role === "" ? "" : checkText(`${name}: the role of ${actor}`, role, LIMITS.name),
      })),
      citations,
    };
  });
}

function toCitation(event: string, draft: DraftCitation, passage: Passage, zone: Zone, id: Id): Citation {
  const name = `${event}, citing ${draft.passage}`;
  if (!ASSERTIONS.includes(draft.assertion))
    throw new Error(`${name}: “${draft.assertion}” is no assertion.`);
  return {
    id,
    passageId: passage.id,
    assertion: draft.assertion,
    timeWords: toWordsOf(`${name}: the time`, draft.timeWords, passage),
    when: draft.when === undefined ? null : toNamedWhen(name, draft.when, zone),
    timeRule: toNote(`${name}: the rule for the time`, draft.timeRule),
    placeWords: toWordsOf(`${name}: the place`, draft.placeWords, passage),
    speaker: toNote(`${name}: the speaker`, draft.speaker),
  };
}

// A reading that no citation allows would be the editor's invention.
function toBasis(
  name: string,
  draft: DraftEvent,
  when: When | null,
  passages: ReadonlyMap<string, Passage>,
  citations: readonly Citation[],
): Id | null {
  if (when === null) {
    if (draft.basis !== undefined) throw new Error(`${name}: it is undated, yet rests on ${draft.basis}.`);
    return null;
  }
  if (draft.basis === undefined)
    throw new Error(`${name}: the citation that ${when.edtf} rests on is not named.`);
  const passage = toReferred(name, "passage", draft.basis, passages);
  const basis = citations.find(({ passageId }) => passageId === passage.id);
  if (!basis) throw new Error(`${name}: ${when.edtf} rests on ${draft.basis}, which it does not cite.`);
  if (basis.when === null || !areCompatible(when, basis.when)) {
    throw new Error(
      `${name}: ${when.edtf} rests on ${draft.basis}, which says ${basis.when?.edtf ?? "no date"}.`,
    );
  }
  return basis.id;
}

function refuseTwice(name: string, citations: readonly DraftCitation[]): void {
  const twice = citations.find(
    ({ passage }, at) => citations.findIndex((other) => other.passage === passage) < at,
  );
  if (twice) throw new Error(`${name}: the passage ${twice.passage} is cited twice.`);
}

function toNamedWhen(name: string, edtf: string, zone: Zone): When {
  try {
    return toWhen(edtf, zone);
  } catch (error) {
    throw new RangeError(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

function toNote(thing: string, text: string | undefined): string | null {
  return text === undefined ? null : checkText(thing, text, LIMITS.note);
}

function toWordsOf(thing: string, words: string | undefined, passage: Passage): string | null {
  if (words === undefined) return null;
  checkText(`${thing} words`, words, LIMITS.note);
  if (!passage.exact.includes(words)) throw new Error(`${thing}: the passage does not say “${words}”.`);
  return words;
}

function bySlug<R extends { readonly slug: string }>(records: readonly R[]): Map<string, R> {
  return new Map(records.map((record) => [record.slug, record]));
}
