import { whenToWords } from "../time/when-words";
import type { Citation, Dossier, DossierEvent, Id, Passage, Source } from "./record";

/** A field that two states of a record differ in, both in words; `null` says nothing there. */
export type FieldChange = {
  readonly field: string;
  /** The quotation that the field belongs to, where it is a citation's. */
  readonly of: string | null;
  readonly before: string | null;
  readonly after: string | null;
};

/** How the things that an event refers to are called; whatever is not known any more is called by its id. */
export type Names = {
  readonly places: ReadonlyMap<Id, string>;
  readonly actors: ReadonlyMap<Id, string>;
  /** The quotations, by the ids of their passages. */
  readonly quotes: ReadonlyMap<Id, string>;
};

type Words = readonly (readonly [field: string, of: string | null, words: string | null])[];

/** What changed between two states of an event, in the order in which one reads; `null` is before it was there. */
export function toEventDifference(
  before: DossierEvent | null,
  after: DossierEvent | null,
  names: Names,
): FieldChange[] {
  return compare(
    before === null ? [] : eventToWords(before, names),
    after === null ? [] : eventToWords(after, names),
  );
}

/** The same for a source, but for its text. */
export function toSourceDifference(before: Source | null, after: Source | null): FieldChange[] {
  return compare(
    before === null ? [] : fieldsToWords(before, SOURCE_FIELDS),
    after === null ? [] : fieldsToWords(after, SOURCE_FIELDS),
  );
}

/** The same for what is decided of a passage; its words never change. */
export function toPassageDifference(before: Passage | null, after: Passage | null): FieldChange[] {
  const toDecision = (passage: Passage | null) => (passage?.isKept ? "the earlier text" : null);
  return compare([["keptTo", null, toDecision(before)]], [["keptTo", null, toDecision(after)]]);
}

/** The same for what a dossier says of itself. */
export function toDossierDifference(before: Dossier | null, after: Dossier | null): FieldChange[] {
  return compare(
    before === null ? [] : fieldsToWords(before, DOSSIER_FIELDS),
    after === null ? [] : fieldsToWords(after, DOSSIER_FIELDS),
  );
}

const SOURCE_FIELDS = [
  "title",
  "publisher",
  "byline",
  "language",
  "url",
  "publishedOn",
  "retrievedOn",
  "coverage",
  "publishes",
] as const;
const DOSSIER_FIELDS = ["title", "summary", "zone"] as const;

function fieldsToWords<K extends string>(record: Record<K, string | null>, fields: readonly K[]): Words {
  return fields.map((field) => [field, null, record[field] || null]);
}

function eventToWords(event: DossierEvent, names: Names): Words {
  const { citations, basisId, placeId, originId, when } = event;
  const called = (known: ReadonlyMap<Id, string>, id: Id | null) => id && (known.get(id) ?? id);
  const basis = citations.find(({ id }) => id === basisId);
  const actors = event.participations.map(({ actorId, role }) => {
    const name = called(names.actors, actorId);
    return role === "" ? name : `${name} (${role})`;
  });
  return [
    ["title", null, event.title],
    ["category", null, event.category],
    ["when", null, when && whenToWords(when)],
    ["basis", null, called(names.quotes, basis?.passageId ?? null)],
    ["place", null, called(names.places, placeId)],
    ["placeRule", null, event.placeRule],
    ["isLeg", null, event.isLeg ? "a journey" : null],
    ["origin", null, called(names.places, originId)],
    ["participations", null, actors.join(", ") || null],
    ...citations.flatMap((citation) => citationToWords(citation, called(names.quotes, citation.passageId))),
  ];
}

function citationToWords(citation: Citation, quote: string | null): Words {
  const { assertion, timeWords, when, timeRule, placeWords, speaker } = citation;
  return [
    ["assertion", quote, assertion],
    ["timeWords", quote, timeWords],
    ["when", quote, when && whenToWords(when)],
    ["timeRule", quote, timeRule],
    ["placeWords", quote, placeWords],
    ["speaker", quote, speaker],
  ];
}

function compare(before: Words, after: Words): FieldChange[] {
  const find = (words: Words, field: string, of: string | null) =>
    words.find((one) => one[0] === field && one[1] === of)?.[2] ?? null;
  const gone = before.filter(([field, of]) => !after.some((one) => one[0] === field && one[1] === of));
  return [...after, ...gone]
    .map(([field, of]) => ({ field, of, before: find(before, field, of), after: find(after, field, of) }))
    .filter((change) => change.before !== change.after);
}
