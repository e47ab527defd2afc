import type { Card } from "./card";
import { countWords } from "./count-words";

/** The program itself, with how much it holds. */
export function toIndexCard(
  dossiers: readonly { readonly events: number; readonly sources: number }[],
): Card {
  const sum = (key: "events" | "sources") => dossiers.reduce((total, one) => total + one[key], 0);
  return {
    kicker: "Dossiers",
    dateline: null,
    title: "What happened, where, when, and who says so.",
    summary: null,
    quotation: null,
    facts: [
      countWords(dossiers.length, "dossier"),
      countWords(sum("events"), "event"),
      countWords(sum("sources"), "source"),
    ],
    category: null,
    layout: "below",
    spots: [],
    leg: [],
  };
}
