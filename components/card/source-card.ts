import type { DatasetIndex } from "@/core/record/dataset-index";
import type { Source } from "@/core/record/record";
import { dayToWords } from "@/core/time/words";
import type { Card } from "./card";
import { countWords } from "./count-words";
import { toSpots } from "./spots";

/** A source with the first passage that is quoted from it. */
export function toSourceCard(source: Source, index: DatasetIndex): Card {
  const passages = index.dataset.passages
    .filter(({ sourceId }) => sourceId === source.id)
    .toSorted((a, b) => a.start - b.start);
  const events = [...new Set(passages.flatMap(({ id }) => index.eventsOfPassage.get(id) ?? []))];
  const first = passages[0];
  return {
    kicker: index.dataset.dossier.title,
    dateline: `${source.publisher} · ${dayToWords(source.publishedOn, "long")}`,
    title: source.title,
    summary: null,
    quotation: first ? { words: first.exact, credit: source.byline ?? source.publisher } : null,
    facts: [countWords(passages.length, "passage"), countWords(events.length, "event")],
    category: null,
    layout: "beside",
    spots: toSpots(events, index),
    leg: [],
  };
}
