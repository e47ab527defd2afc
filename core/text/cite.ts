import type { Passage, Source } from "../record/record";
import { dayToWords } from "../time/words";
import { toTextFragmentUrl } from "./text-fragment";

type CitedSource = Pick<Source, "title" | "publisher" | "byline" | "url" | "publishedOn" | "retrievedOn">;
type CitedPassage = Pick<Passage, "exact" | "prefix" | "suffix">;

/** A citation in plain text, for pasting: the quotation, who published it and when, and the address if there is one. */
export function toCitationText(source: CitedSource, passage: CitedPassage): string {
  const parts = [
    source.byline,
    `“${source.title}”`,
    source.publisher,
    dayToWords(source.publishedOn, "medium"),
  ].filter((part) => part !== null);
  const retrieved = source.retrievedOn ? ` (retrieved ${dayToWords(source.retrievedOn, "medium")})` : "";
  const address = source.url
    ? `\n${toTextFragmentUrl(source.url, passage.exact, passage.prefix, passage.suffix)}`
    : "";
  return `“${passage.exact}”\n— ${parts.join(", ")}${retrieved}.${address}`;
}
