import type { ActorKind } from "../record/vocabulary";
import type { DateOrder } from "./date-cell";

/** What a column of a table can hold; each is a column of Dateline's own CSV, which docs/import.md describes. */
export const FIELDS = [
  "key",
  "title",
  "category",
  "date",
  "end",
  "place",
  "lon",
  "lat",
  "place_precision",
  "radius_km",
  "country",
  "zone",
  "actors",
  "assertion",
  "source_title",
  "publisher",
  "byline",
  "url",
  "language",
  "published",
  "quotation",
  "time_words",
] as const;
export type Field = (typeof FIELDS)[number];

/** Which column of some CSV holds which field, by the column's name. */
export type Mapping = {
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** The column within whose values the keys count, where a file joins lists that are each numbered from 1. */
  readonly keyWithin?: string;
  /** Of dates such as 3/4/2022; `null` refuses those that could be read in two ways. */
  readonly dateOrder: DateOrder | null;
  /** What the names in the column of actors are. */
  readonly actorKind: ActorKind;
};
