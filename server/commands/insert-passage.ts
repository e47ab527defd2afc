import type { Id } from "@/core/record/record";
import { CONTEXT_LENGTH, type VerifiedQuote } from "@/core/text/quote";
import type { Transaction } from "../db";

export type NewPassage = {
  readonly dossierId: Id;
  readonly id: Id;
  readonly slug: string;
  readonly sourceId: Id;
  readonly quote: VerifiedQuote;
};

/**
 * Stores a passage by a statement that compares it with its source's present text: whatever the program believes, the
 * database refuses words that are not there. Throws naming the passage.
 */
export async function insertPassage(tx: Transaction, passage: NewPassage): Promise<void> {
  const { dossierId, id, slug, sourceId, quote } = passage;
  const stored = await tx.$executeRaw`
    insert into passage
      ("dossierId", id, slug, "sourceId", "sourceSha256", start, "end", exact, prefix, suffix)
    select
      "dossierId", ${id}::uuid, ${slug}, "sourceId", sha256,
      ${quote.start}::int, ${quote.end}::int, ${quote.exact},
      substring(text
        from greatest(${quote.start}::int - ${CONTEXT_LENGTH}::int, 0) + 1
        for least(${quote.start}::int, ${CONTEXT_LENGTH}::int)),
      substring(text from ${quote.end}::int + 1 for ${CONTEXT_LENGTH}::int)
    from source_text
    where "dossierId" = ${dossierId}::uuid
      and "sourceId" = ${sourceId}::uuid
      and sha256 = (select sha256 from source where "dossierId" = ${dossierId}::uuid and id = ${sourceId}::uuid)
      and substring(text from ${quote.start}::int + 1 for ${quote.end}::int - ${quote.start}::int)
        = ${quote.exact}`;
  if (stored !== 1) {
    throw new Error(
      `Passage ${slug}: quotation not found in source ${sourceId} at ${quote.start}–${quote.end}.`,
    );
  }
}
