/** The opening words of a report: where it was written, and the agency that sends it. */
export type Dateline = {
  readonly place: string | null;
  readonly agency: string | null;
  readonly words: string;
};

/**
 * Reads "SEOUL (Reuters) - ", "LONDON, Jan 29 (Reuters) – ", "(Reuters) - " or "PARIS — " at the start of a paragraph;
 * `null` if it begins in no such way.
 */
export function parseDateline(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, LONGEST);
  const [words, place, agency] = WITH_AGENCY.exec(head) ?? [];
  if (words !== undefined && agency !== undefined) {
    return { place: place ? toPlace(place) : null, agency: AGENCIES[agency] ?? agency, words: words.trim() };
  }
  const [opening, capitals] = CAPITALS.exec(head) ?? [];
  return opening && capitals ? { place: toPlace(capitals), agency: null, words: opening.trim() } : null;
}

const LONGEST = 160;
// A place in capitals, what follows it up to a bracket, and the agency in it. Agencies part them by any dash, or by two.
const TOWN = String.raw`\p{Lu}[\p{Lu}\p{M}.'’ -]{1,48}\p{Lu}\.?`;
const WITH_AGENCY = new RegExp(
  String.raw`^\s*(?:(${TOWN}(?:,\s[^()\n]{1,60}?)?)\s*)?\((\p{Lu}[\p{L}\p{N}.& ]{1,38})\)\s*[-–—]{1,2}`,
  "u",
);
const CAPITALS = new RegExp(String.raw`^\s*(${TOWN}(?:,\s\p{Lu}[^()\n–—]{1,40}?)?)\s+(?:[–—]|--)\s?`, "u");

const AGENCIES: Readonly<Record<string, string>> = {
  AP: "Associated Press",
  AFP: "Agence France-Presse",
  DPA: "Deutsche Presse-Agentur",
  UPI: "United Press International",
};

// Without the day, which some agencies write behind the place.
const DAY =
  /,\s*(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}|\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)(?:,?\s\d{4})?$/;

function toPlace(words: string): string {
  return words.replace(DAY, "").trim();
}
