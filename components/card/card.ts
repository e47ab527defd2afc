import type { LonLat } from "@/core/record/record";
import type { Category } from "@/core/record/vocabulary";

/** Where the card's map puts something: a point, or an area where no more than that is known. */
export type Spot = LonLat & {
  readonly name: string;
  readonly category: Category;
  readonly shape:
    | { readonly kind: "point" }
    | { readonly kind: "circle"; readonly radiusKm: number }
    | { readonly kind: "country"; readonly code: string };
};

/** What a picture for link previews says, in words; nothing of it depends on how it is drawn. */
export type Card = {
  /** What it belongs to, at the head of the card. */
  readonly kicker: string;
  /** "Seoul · Monday 30 January 2023", or when it was published. */
  readonly dateline: string | null;
  readonly title: string;
  readonly summary: string | null;
  readonly quotation: { readonly words: string; readonly credit: string } | null;
  readonly facts: readonly string[];
  /** Of an event, whose sign stands before the facts. */
  readonly category: Category | null;
  /** The map stands beside the words, or lies below them; without a place there is none beside. */
  readonly layout: "beside" | "below";
  readonly spots: readonly Spot[];
  /** From the origin of a leg to its destination, in degrees, unwrapped. */
  readonly leg: readonly LonLat[];
};
