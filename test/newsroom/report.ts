import { type CitationInput, CitationInputSchema } from "@/wire/write";

/** The text of the first source: written for these tests. */
export const REPORT =
  "LISBON, March 3 — The ministers met on Sunday. A second round is planned for next week. " +
  "The ministry denied that any paper was signed. Talks went on until midnight 🌙.";
export const RETRACTION = "The talks of Sunday never took place, an official said on Tuesday.";

/** What a reader marks: the words, where they first stand in the source. */
export function quote(exact: string, said: Partial<CitationInput> = {}): CitationInput {
  const source = said.source ?? (REPORT.includes(exact) ? "report" : "retraction");
  const text = source === "report" ? REPORT : RETRACTION;
  const start = [...text.slice(0, Math.max(0, text.indexOf(exact)))].length;
  const at = { source, start, end: start + [...exact].length, exact };
  return CitationInputSchema.parse({ ...at, assertion: "occurred", ...said });
}
