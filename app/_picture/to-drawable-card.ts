import type { Card } from "@/components/card/card";
import { type Coverage, toDrawable } from "@/core/text/drawable";

const LIMITS = { line: 120, title: 240, text: 420 } as const;

/** The card without what the fonts cannot write; what is left out whole is stood for by something that is true. */
export function toDrawableCard(card: Card, isCovered: Coverage): Card {
  const draw = (text: string | null, limit: number) =>
    text === null ? null : toDrawable(text, isCovered, limit);
  const words = draw(card.quotation?.words ?? null, LIMITS.text);
  const title = draw(card.title, LIMITS.title);
  const dateline = draw(card.dateline, LIMITS.line);
  const kicker = draw(card.kicker, LIMITS.line) ?? "";
  return {
    ...card,
    kicker,
    dateline: title === null ? null : dateline,
    // A title in a script that is not at hand: the date and the place say more than empty boxes.
    title: title ?? dateline ?? "Dateline",
    summary: draw(card.summary, LIMITS.text),
    quotation:
      card.quotation && words !== null
        ? { words, credit: draw(card.quotation.credit, LIMITS.line) ?? "" }
        : null,
    facts: card.facts.flatMap((fact) => draw(fact, LIMITS.line) ?? []),
    spots: card.spots.map((spot) => ({ ...spot, name: draw(spot.name, LIMITS.line) ?? "" })),
  };
}
