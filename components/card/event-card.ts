import { CATEGORY_LABELS, STATUS_LABELS } from "@/components/ui/labels";
import { toArc } from "@/core/geo/arc";
import type { DatasetIndex } from "@/core/record/dataset-index";
import type { Reading } from "@/core/record/reading";
import { whenToWords } from "@/core/time/when-words";
import { dayToWords } from "@/core/time/words";
import type { Card } from "./card";
import { toSpot } from "./spots";

/** An event with the passage that its date rests on, or else the newest. */
export function toEventCard({ event, status, when, basisId, citations }: Reading, index: DatasetIndex): Card {
  const place = event.placeId === null ? undefined : index.places.get(event.placeId);
  const origin = event.originId === null ? undefined : index.places.get(event.originId);
  const shown = citations.find(({ citation }) => citation.id === basisId) ?? citations[0];
  const dateWords = when ? whenToWords(when) : "Undated";
  return {
    kicker: index.dataset.dossier.title,
    dateline: place ? `${place.name} · ${dateWords}` : toSentence(dateWords),
    title: event.title,
    summary: null,
    quotation: shown
      ? {
          words: shown.passage.exact,
          credit: `${shown.source.publisher}, ${dayToWords(shown.source.publishedOn, "medium")}`,
        }
      : null,
    facts: [CATEGORY_LABELS[event.category], STATUS_LABELS[status]],
    category: event.category,
    layout: "beside",
    spots: [origin, place].flatMap((one) => (one ? [toSpot(one, event.category)] : [])),
    leg: origin && place ? toArc(origin, place) : [],
  };
}

// "by 1520" stands at the head of the card.
function toSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
