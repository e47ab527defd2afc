/** Where the first headline stands in a cell that lists several, in UTF-16 units, half-open. */
export type HeadlineRange = { readonly from: number; readonly to: number };

/**
 * The first of the headlines that source_headline lists. They are joined by semicolons, which headlines have of their
 * own; source_article says where the first ends, and the number of source_date's days how many there are.
 * `null` if there is none.
 */
export function locateFirstHeadline(headlines: string, article: string, dates: string): HeadlineRange | null {
  const from = headlines.length - headlines.trimStart().length;
  if (from === headlines.length) return null;
  const to = from + toLength(headlines.slice(from), article, dates);
  return { from, to: from + headlines.slice(from, to).trimEnd().length };
}

function toLength(headlines: string, article: string, dates: string): number {
  const first = headlines.indexOf(";");
  // An empty first headline leaves the first that says something.
  if (first <= 0 || !dates.includes(";")) return headlines.length;
  const [, told = ""] = FIRST_ARTICLE.exec(article) ?? [];
  const known = told.trim();
  if (known !== "" && headlines.startsWith(known)) return known.length;
  const parts = headlines.split(";").length;
  return parts === dates.split(";").length ? first : headlines.length;
}

// "office,date,headline";"office,date,headline"
const FIRST_ARTICLE = /^"[^"]*?,\d{4}-\d{2}-\d{2},(.*?)"(?:;"|$)/s;
