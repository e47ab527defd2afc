import { ASSERTION_LABELS, CATEGORY_LABELS } from "@/components/ui/labels";
import type { EventDraft, PlaceDraft } from "./event-draft";

/** A part of an event that is chosen, or compared, as one. */
export type DraftField = {
  readonly name: string;
  readonly label: string;
  /** What it says, in words; "" is nothing. */
  readonly toWords: (draft: EventDraft) => string;
  /** The draft with this part as the other has it. */
  readonly take: (draft: EventDraft, from: EventDraft) => EventDraft;
};

/** What an event consists of. Its passages and what they say belong together: the date rests on one of them. */
export const DRAFT_FIELDS: readonly DraftField[] = [
  {
    name: "title",
    label: "Title",
    toWords: ({ title }) => title,
    take: (draft, { title }) => ({ ...draft, title }),
  },
  {
    name: "category",
    label: "Category",
    toWords: ({ category }) => CATEGORY_LABELS[category],
    take: (draft, { category }) => ({ ...draft, category }),
  },
  {
    name: "passages",
    label: "Date and passages",
    toWords: ({ citations, basis, readAs }) =>
      [
        ...citations.map(
          ({ exact, assertion, date, speaker }, at) =>
            `“${exact}” says that it ${ASSERTION_LABELS[assertion]}${date === "" ? "" : `, ${date}`}` +
            `${speaker === "" ? "" : `, according to ${speaker}`}${at === basis && citations.length > 1 ? " (the date rests on it)" : ""}`,
        ),
        ...(readAs === null ? [] : [`read as ${readAs === "" ? "undated" : readAs}`]),
      ].join("\n"),
    take: (draft, { citations, basis, readAs }) => ({ ...draft, citations, basis, readAs }),
  },
  {
    name: "place",
    label: "Place",
    toWords: ({ place, isLeg, origin }) =>
      isLeg
        ? `from ${toPlaceWords(origin) || "somewhere"} to ${toPlaceWords(place) || "somewhere"}`
        : toPlaceWords(place),
    take: (draft, { place, placeRule, isLeg, origin }) => ({ ...draft, place, placeRule, isLeg, origin }),
  },
  {
    name: "actors",
    label: "Who",
    toWords: ({ actors }) =>
      actors.map(({ name, role }) => (role === "" ? name : `${name} (${role})`)).join(", "),
    take: (draft, { actors }) => ({ ...draft, actors }),
  },
];

function toPlaceWords(place: PlaceDraft | null): string {
  return place === null
    ? ""
    : `${place.name} (${place.lat.toFixed(2)}, ${place.lon.toFixed(2)}, ${place.precision})`;
}
