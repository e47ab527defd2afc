import { uuidv7 } from "uuidv7";
import type { WantedCitation } from "@/core/record/check-event";
import { FieldError, inField } from "@/core/record/field-error";
import { checkText, LIMITS } from "@/core/record/limits";
import type { Passage, Source } from "@/core/record/record";
import { type VerifiedQuote, verifyQuote } from "@/core/text/quote";
import type { CitationInput } from "@/wire/write";
import { SHOWN } from "../queries/shown";
import { rowToPassage, rowToSource } from "../rows/records";
import type { Change } from "./change-dossier";
import { toFreeSlug } from "./free-slug";
import { insertPassage } from "./insert-passage";

/**
 * Citations with the passages that they quote: those that are there already, and new ones, each compared with its
 * source's text. Throws a FieldError under `citations.0` and so on.
 */
export async function takePassages(
  change: Change,
  citations: readonly CitationInput[],
): Promise<WantedCitation[]> {
  const sources = await loadSources(change, citations);
  const wanted: WantedCitation[] = [];
  for (const [at, { source: slug, start, end, exact, ...stated }] of citations.entries()) {
    const field = `citations.${at}`;
    const source = sources.get(slug);
    if (!source) throw new FieldError(`${field}.source`, `There is no source ${slug}.`);
    const quote = inField(`${field}.exact`, () => {
      checkText("The quotation", exact, LIMITS.exact);
      return verifyQuote(source, start, end, exact);
    });
    wanted.push({ ...stated, id: uuidv7(), passage: await takePassage(change, source, quote) });
  }
  return wanted;
}

async function loadSources(
  { tx, dossier }: Change,
  citations: readonly CitationInput[],
): Promise<Map<string, Source>> {
  const rows = await tx.source.findMany({
    where: { dossierId: dossier.id, slug: { in: citations.map(({ source }) => source) }, ...SHOWN },
    include: { current: true },
  });
  return new Map(rows.map((row) => [row.slug, rowToSource(row, row.current.text)]));
}

/** The passage of a source's present text that a quotation is, which is made where there is none. */
export async function takePassage(
  { tx, dossier, record }: Change,
  source: Source,
  quote: VerifiedQuote,
): Promise<Passage> {
  const { start, end, exact, prefix, suffix } = quote;
  const same = await tx.passage.findFirst({
    where: { dossierId: dossier.id, sourceId: source.id, sourceSha256: source.sha256, start, end },
    orderBy: { id: "asc" },
  });
  if (same) return rowToPassage(same);
  const slug = await toFreeSlug(tx, dossier.id, "passage", exact);
  const from = { sourceId: source.id, sourceSha256: source.sha256, isKept: false };
  const passage = { id: uuidv7(), slug, ...from, start, end, exact, prefix, suffix };
  await insertPassage(tx, { dossierId: dossier.id, id: passage.id, slug, sourceId: source.id, quote });
  record({ kind: "created", subject: "passage", id: passage.id, slug, before: null, after: passage });
  return passage;
}
