import type { FieldChange } from "@/core/record/difference";
import type { Actor, Place } from "@/core/record/record";
import type { ActorKind, Assertion, Category, Coverage, PlacePrecision } from "@/core/record/vocabulary";

/** What the editor may ask of the server. The routes' room makes one; components themselves never fetch. */
export type EditorClient = {
  /** Whether what it does waits for somebody else to accept it. */
  readonly isProposing: boolean;
  readonly createDossier: (order: NewDossier, key: string) => Promise<Outcome<Made>>;
  readonly readDocument: (brought: Brought) => Promise<Outcome<ReadDocument>>;
  readonly createSource: (dossier: string, order: NewSource, key: string) => Promise<Outcome<Made>>;
  /** Gives a source another text; `version` is the source's that was seen. */
  readonly addText: (
    dossier: string,
    source: string,
    version: number,
    order: NewText,
    key: string,
  ) => Promise<Outcome<Made>>;
  /** Lets events cite other words in place of a passage that is not in the present text. */
  readonly anchorPassage: (passage: BrokenPassage, words: Words) => Promise<Outcome<Made>>;
  readonly keepPassage: (passage: BrokenPassage) => Promise<Outcome<Made>>;
  readonly searchPlaces: (words: string, signal: AbortSignal) => Promise<FoundPlaces>;
  /** The places that a passage may name. */
  readonly namePlaces: (passage: string, signal: AbortSignal) => Promise<NamedPlaces>;
  readonly loadEvent: (dossier: string, event: string) => Promise<Outcome<StoredEvent>>;
  readonly createEvent: (dossier: string, order: NewEvent, key: string) => Promise<Outcome<Made>>;
  readonly addCitation: (
    dossier: string,
    event: string,
    order: NewCitation & Reasoned,
    key: string,
  ) => Promise<Outcome<Made>>;
  readonly changeEvent: (
    dossier: string,
    event: string,
    version: number,
    patch: EventPatch,
  ) => Promise<Outcome<unknown>>;
  /** Makes one event of two; gives the one that stays. */
  readonly mergeEvents: (
    dossier: string,
    event: string,
    version: number,
    order: MergeOrder,
    key: string,
  ) => Promise<Outcome<Made>>;
  /** Makes an event of its own of some passages of one; gives the new one. */
  readonly splitEvent: (
    dossier: string,
    event: string,
    version: number,
    order: SplitOrder,
    key: string,
  ) => Promise<Outcome<Made>>;
  /** Gives a passage to the event that it reports, which is given back. */
  readonly moveCitation: (
    dossier: string,
    event: string,
    citation: string,
    version: number,
    order: { readonly to: string } & Reasoned,
    key: string,
  ) => Promise<Outcome<Made>>;
  readonly changeSource: (
    dossier: string,
    source: string,
    version: number,
    patch: SourcePatch,
  ) => Promise<Outcome<StoredSource, StoredSource>>;
  readonly deleteEvent: (
    dossier: string,
    event: string,
    version: number,
    reason: string,
  ) => Promise<Outcome<null>>;
  /** Takes back all that a change did, unless something of it has been changed since. */
  readonly undoChange: (dossier: string, change: string) => Promise<Outcome<null>>;
  /** Brings back the state that an entry of the history left. */
  readonly restoreState: (dossier: string, entry: string) => Promise<Outcome<null>>;
  /** The history of one thing, such as "event:slug". */
  readonly loadChanges: (dossier: string, subject: string) => Promise<Outcome<readonly Change[]>>;
  readonly loadBasemap: () => Promise<unknown>;
};

/** How a request ended. Nothing is lost in any case: what was typed stays until it is done. */
export type Outcome<T, P = StoredEvent> =
  /** `change` names what was done, so that it can be undone; `null` where there was nothing to do. */
  | { readonly kind: "done"; readonly value: T; readonly change: string | null }
  | { readonly kind: "refused"; readonly reason: string; readonly faults: readonly Fault[] }
  /** Somebody saved before: this is what is there now. */
  | { readonly kind: "conflict"; readonly present: P }
  /** Whether it was done is not known, or it is too early; asking again with the same key does it once. */
  | { readonly kind: "away"; readonly reason: string };

/** A value that cannot be, by its path in what was asked for. */
export type Fault = { readonly parameter: string; readonly reason: string };

export type Made = { readonly slug: string };

export type NewDossier = { readonly title: string; readonly summary: string; readonly zone: string };

/** A document as it came to hand. */
export type Brought =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "html"; readonly html: string }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "file"; readonly file: File };

/** What the program took from a document, and where it found each. */
export type ReadDocument = {
  readonly sha256: string;
  readonly mediaType: string;
  readonly text: string;
  readonly proposals: Readonly<Record<ProposedField, Proposal | null>>;
  readonly warnings: readonly string[];
  readonly knownIn: readonly { readonly dossier: string; readonly source: string }[];
};

export type ProposedField = "title" | "byline" | "publisher" | "language" | "publishedOn" | "dateline";
export type Proposal = { readonly value: string; readonly reason: string };

export type NewSource = {
  readonly document: string | null;
  readonly title: string;
  readonly publisher: string;
  readonly byline: string | null;
  readonly language: string;
  readonly url: string | null;
  readonly publishedOn: string;
  readonly coverage: Coverage;
  readonly publishes: Coverage;
  readonly text: string;
};

export type NewText = { readonly document: string | null; readonly text: string; readonly reason?: string };

/** By its slugs, at the version of the source that was seen. */
export type BrokenPassage = {
  readonly dossier: string;
  readonly source: string;
  readonly version: number;
  readonly passage: string;
};

/** Words of a source's text, in code points of it. */
export type Words = { readonly start: number; readonly end: number; readonly exact: string };

export type GazetteerPlace = {
  readonly name: string;
  /** What tells it from others of its name. */
  readonly region: string | null;
  readonly country: string;
  readonly lon: number;
  readonly lat: number;
  readonly precision: PlacePrecision;
  readonly radiusKm: number | null;
  readonly geonamesId: number | null;
  readonly countryCode: string | null;
  readonly zone: string;
};

/** Places that were found, and who is to be thanked for them. */
export type FoundPlaces = { readonly items: readonly GazetteerPlace[]; readonly credit: string };

/** Suggestions only: a surname may be a town. */
export type NamedPlaces = {
  readonly items: readonly {
    readonly words: string;
    /** "dateline" or "named in the passage". */
    readonly rule: string;
    readonly place: GazetteerPlace;
  }[];
  readonly credit: string;
};

export type PlaceInput =
  | { readonly slug: string }
  | {
      readonly name: string;
      readonly lon: number;
      readonly lat: number;
      readonly precision: PlacePrecision;
      readonly radiusKm: number | null;
      readonly geonamesId: number | null;
      readonly countryCode: string | null;
    };

export type ParticipationInput = {
  readonly actor: string | { readonly name: string; readonly kind: ActorKind };
  readonly role: string;
};

export type NewCitation = {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly assertion: Assertion;
  readonly timeWords: string | null;
  readonly when: string | null;
  readonly timeRule: string | null;
  readonly placeWords: string | null;
  readonly speaker: string | null;
};

export type EventFields = {
  readonly title: string;
  readonly category: Category;
  readonly when: string | null;
  readonly place: PlaceInput | null;
  readonly placeRule: string | null;
  readonly isLeg: boolean;
  readonly origin: PlaceInput | null;
  readonly participations: readonly ParticipationInput[];
};

export type NewEvent = EventFields & {
  /** Which of the citations the date rests on, from 0. */
  readonly basis: number | null;
  readonly citations: readonly NewCitation[];
};

/** Why, for the history. */
export type Reasoned = { readonly reason?: string };

/** What is left out stays. */
export type EventPatch = Partial<EventFields> &
  Reasoned & {
    /** Whether all other events at the former place go along to the new one. */
    readonly placeOfAll?: boolean;
    /** The citation that the date rests on. */
    readonly basis?: string | null;
    readonly citations?: readonly CitationPatch[];
  };

export type CitationPatch = { readonly id: string } & Partial<
  Omit<NewCitation, "source" | "start" | "end" | "exact">
>;

/** What one of two events that are merged can leave to the other. */
export type MergedPart = "title" | "category" | "when" | "place";

export type MergeOrder = Reasoned & {
  /** The event that stays. */
  readonly into: string;
  /** What it takes over from the one that goes. */
  readonly take: readonly MergedPart[];
};

export type SplitOrder = Reasoned & {
  readonly citations: readonly string[];
  readonly title: string;
  readonly when: string | null;
  readonly basis: string | null;
};

/** What is said of a source, apart from its text. */
export type SourceFields = {
  readonly title: string;
  readonly publisher: string;
  readonly byline: string | null;
  readonly language: string;
  readonly url: string | null;
  readonly publishedOn: string;
  readonly retrievedOn: string | null;
};

export type SourcePatch = Partial<SourceFields & { readonly publishes: Coverage }> & Reasoned;

export type StoredSource = SourceFields & { readonly slug: string; readonly version: number };

/** An event as it is now, as far as its form needs it. */
export type StoredEvent = {
  readonly slug: string;
  readonly title: string;
  readonly category: Category;
  readonly version: number;
  readonly when: { readonly edtf: string } | null;
  readonly place: StoredPlace | null;
  readonly placeRule: string | null;
  readonly isLeg: boolean;
  readonly origin: StoredPlace | null;
  readonly participations: readonly {
    readonly actor: Pick<Actor, "slug" | "name" | "kind">;
    readonly role: string;
  }[];
  readonly citations: readonly StoredCitation[];
};

export type StoredPlace = Omit<Place, "id" | "zone"> & { readonly zone: string };

type StoredCitation = {
  readonly id: string;
  readonly assertion: Assertion;
  /** Whether the event's date rests on it. */
  readonly isBasis: boolean;
  readonly timeWords: string | null;
  readonly when: { readonly edtf: string } | null;
  readonly placeWords: string | null;
  readonly speaker: string | null;
  readonly passage: { readonly start: number; readonly end: number; readonly exact: string };
  readonly source: { readonly slug: string; readonly publishedOn: string };
};

/** An entry of the history. */
export type Change = {
  readonly id: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  readonly author: string;
  /** Who accepted it, where its author had proposed it. */
  readonly acceptedBy: string | null;
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly slug: string };
  readonly reason: string | null;
  readonly before: { readonly title?: unknown } | null;
  readonly after: { readonly title?: unknown } | null;
  readonly differences: readonly FieldChange[];
};
