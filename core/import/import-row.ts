import type { ActorKind, Assertion, Category, PlacePrecision } from "../record/vocabulary";

/**
 * What a row of an imported file says: one event, the source that the row is, and the passage of it that reports the
 * event. Ids, zones and bounds are the importer's.
 */
export type ImportRow = {
  /** The row's own id in its dataset, the same in a corrected file; where the format has none, a digest of what it says. */
  readonly key: string;
  /** The line of the file at which the row begins, from 1; of JSON, the number of the element. */
  readonly line: number;
  readonly title: string;
  readonly category: Category;
  /** EDTF, as precise as the row's own code of precision and no more; `null` is undated, and kept. */
  readonly edtf: string | null;
  /** `null` is unplaced, and kept. */
  readonly place: ImportPlace | null;
  readonly actors: readonly ImportActor[];
  readonly assertion: Assertion;
  readonly source: ImportSource;
  /** The source's text: the row as it was read, a line "column: value" for each cell that is not empty, in the file's order. */
  readonly text: string;
  /** The words of `text` that report the event, in code points, half-open. */
  readonly start: number;
  readonly end: number;
  /** Words of the passage that give the time. */
  readonly timeWords: string | null;
};

export type ImportPlace = {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly precision: PlacePrecision;
  /** Only of a region. */
  readonly radiusKm: number | null;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null;
  /** An IANA zone that the row names; `null` is the zone at the coordinates. */
  readonly zone: string | null;
};

export type ImportActor = { readonly name: string; readonly kind: ActorKind; readonly role: string };

export type ImportSource = {
  readonly title: string;
  readonly publisher: string;
  readonly byline: string | null;
  readonly url: string | null;
  readonly language: string;
  /** A day YYYY-MM-DD; `null` is the importer's default day. */
  readonly publishedOn: string | null;
};

/** Why a row cannot be imported: its line, the column at fault, the value (shortened) and a sentence. */
export type RowFault = {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
};

export type RowResult = { readonly row: ImportRow } | { readonly faults: readonly RowFault[] };
