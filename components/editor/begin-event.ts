import type { Source } from "@/core/record/record";
import type { Category } from "@/core/record/vocabulary";
import { proposeTitle } from "@/core/text/propose-title";
import type { SelectedQuote } from "@/core/text/selected-quote";
import { dayToEnd } from "@/core/time/day";
import { parseWhen } from "@/core/time/edtf";
import { findTimeWords } from "@/core/time/find-time-words";
import type { Zone } from "@/core/time/zone";
import type { CitationDraft, EventDraft } from "./event-draft";

type Origin = Pick<Source, "slug" | "publishedOn">;

/** A form for the event that a passage reports, filled with what its words propose. */
export function beginEvent(quote: SelectedQuote, source: Origin, zone: Zone, category: Category): EventDraft {
  return {
    title: proposeTitle(quote.exact),
    category,
    place: null,
    placeRule: null,
    isLeg: false,
    origin: null,
    actors: [],
    citations: [beginCitation(quote, source, zone)],
    basis: 0,
    readAs: null,
  };
}

/** What a passage says of an event, as far as its words propose it. */
export function beginCitation(quote: SelectedQuote, source: Origin, zone: Zone): CitationDraft {
  const found = findTimeWords(quote.exact, { publishedOn: source.publishedOn, zone });
  const date = found?.edtf ?? "";
  return {
    ...quote,
    id: null,
    source: source.slug,
    publishedOn: source.publishedOn,
    assertion: isAhead(date, source, zone) ? "planned" : "occurred",
    timeWords: found?.words ?? "",
    date,
    placeWords: "",
    speaker: "",
  };
}

/** Whether the date begins only after the day of publication. */
function isAhead(date: string, { publishedOn }: Origin, zone: Zone): boolean {
  const result = date === "" ? null : parseWhen(date, zone);
  const begin = result?.ok ? result.when.bounds.beginEarliest : null;
  return begin !== null && begin >= dayToEnd(publishedOn, zone);
}
