/** The head of a report: the place that it names, and the UTF-16 index at which the report itself begins. */
export type Dateline = { readonly place: string; readonly end: number };

/** The dateline that a passage begins with; `null` if it begins with none. */
export function locateDateline(passage: string): Dateline | null {
  const found = DATELINE.exec(passage);
  const place = found?.[1]?.trim();
  return found && place ? { place, end: found[0].length } : null;
}

// "SEOUL (Agency) -", "TOKYO, Jan 29 (Agency) —", "Brussels –": a few words at the beginning, then an agency or a dash.
const DATELINE =
  /^\s*(\p{Lu}[\p{L}.’' -]{1,40}?)(?:,\s[^()\n—–]{1,40})?\s*(?:\([^()\n]{1,40}\)\s*[-—–]|\s[—–]\s)/u;
