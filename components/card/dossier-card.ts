import { fitBox } from "@/core/geo/fit";
import type { DatasetIndex } from "@/core/record/dataset-index";
import { type Instant, toRange } from "@/core/time/instant";
import { rangeToWords } from "@/core/time/words";
import type { Card, Spot } from "./card";
import { countWords } from "./count-words";
import { toSpots } from "./spots";

/** A dossier with its span, its counts and all of its places. */
export function toDossierCard(index: DatasetIndex): Card {
  const { dossier, events, sources } = index.dataset;
  const spots = toSpots(events, index);
  const ends = events.flatMap(({ when }) => {
    const { beginEarliest, endEarliest, beginLatest, endLatest } = when?.bounds ?? {};
    return [beginEarliest ?? endEarliest, endLatest ?? beginLatest].filter((at) => at != null);
  });
  const [first, last] = [Math.min(...ends), Math.max(...ends)] as [Instant, Instant];
  return {
    kicker: "Dossier",
    dateline: first < last ? rangeToWords(toRange(first, last), dossier.zone) : null,
    title: dossier.title,
    summary: dossier.summary === "" ? null : dossier.summary,
    quotation: null,
    facts: [
      countWords(events.length, "event"),
      countWords(sources.length, "source"),
      countWords(spots.length, "place"),
    ],
    category: null,
    layout: isTall(spots) ? "beside" : "below",
    spots,
    leg: [],
  };
}

// Places strung from north to south would run off a band of the map, and places from west to east off a column.
function isTall(spots: readonly Spot[]): boolean {
  const box = fitBox(spots);
  return box !== null && box.north - box.south > (box.east - box.west) * 0.6 && spots.length > 1;
}
